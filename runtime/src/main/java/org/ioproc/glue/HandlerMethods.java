package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioMessage;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;

/**
 * The handlers of a procedure, one method for each annotation. A generated class overrides the
 * methods whose handlers the procedure has. The other methods refuse, or do nothing.
 *
 * @param <F> the type of the procedure's files
 */
abstract class HandlerMethods<F> {

  /**
   * Calls the method with {@code @OnOpen}.
   *
   * @param request the program's request
   * @return the file
   * @throws Throwable what the handler throws
   */
  protected abstract F onOpen(OpenRequest request) throws Throwable;

  /**
   * Calls the method with {@code @OnRead}.
   *
   * @param file the file
   * @param buffer the caller's memory
   * @param position where to read, in bytes from the file's start
   * @return the count read; -1 or 0 at the file's end
   * @throws Throwable what the handler throws
   */
  protected int onRead(F file, ByteBuffer buffer, long position) throws Throwable {
    throw missing("@OnRead", "reading");
  }

  /**
   * Calls the method with {@code @OnWrite}.
   *
   * @param file the file
   * @param buffer the caller's memory
   * @param position where to write, in bytes from the file's start
   * @return the count written
   * @throws Throwable what the handler throws
   */
  protected int onWrite(F file, ByteBuffer buffer, long position) throws Throwable {
    throw readOnly();
  }

  /**
   * Calls the method with {@code @OnSize}.
   *
   * @param file the file
   * @return its size in bytes
   * @throws Throwable what the handler throws
   */
  protected long onSize(F file) throws Throwable {
    throw missing("@OnSize", "seeking from the end");
  }

  /**
   * Calls the method with {@code @OnFlush}, if there is one.
   *
   * @param file the file
   * @throws Throwable what the handler throws
   */
  protected void onFlush(F file) throws Throwable {}

  /**
   * Calls the method with {@code @OnClose}, if there is one.
   *
   * @param file the file
   * @throws Throwable what the handler throws
   */
  protected void onClose(F file) throws Throwable {}

  /**
   * Calls the method with {@code @OnRename}.
   *
   * @param from the old name
   * @param to the new name
   * @throws Throwable what the handler throws
   */
  protected void onRename(MmioName from, MmioName to) throws Throwable {
    throw missing("@OnRename", "renaming");
  }

  /**
   * Calls the method with {@code @OnDelete}.
   *
   * @param file the file's name
   * @throws Throwable what the handler throws
   */
  protected void onDelete(MmioName file) throws Throwable {
    throw missing("@OnDelete", "deleting");
  }

  /**
   * Calls the method whose {@code @OnMessage} has the message's number.
   *
   * @param file the file
   * @param message the message
   * @return its answer
   * @throws Throwable what the handler throws
   */
  protected long onMessage(F file, MmioMessage message) throws Throwable {
    return 0; // Not recognized.
  }

  /**
   * Answers a message that the procedure does not handle. Refuses mmio's messages. The answer 0
   * tells an application that its message is not recognized.
   *
   * @param message the message's number
   * @return 0
   * @throws MmioException if mmio defines the message
   */
  protected final long unhandled(int message) throws MmioException {
    return switch (message) {
      case MMIOM_READ -> throw missing("@OnRead", "reading");
      case MMIOM_WRITE, MMIOM_WRITEFLUSH -> throw readOnly();
      case MMIOM_RENAME -> throw missing("@OnRename", "renaming");
      default -> 0;
    };
  }

  /**
   * Refuses a request to write, before the handler is called.
   *
   * @param request the program's request
   * @return the request
   * @throws MmioException if the program wants to write
   */
  protected static OpenRequest toRead(OpenRequest request) throws MmioException {
    if (request.writes()) {
      throw new MmioException(
          MmioError.ACCESS_DENIED,
          "A file in memory or from a stream can only be read; the program wants to write to it.");
    }
    return request;
  }

  /**
   * Returns the name for a handler that gets only the name, and so cannot know that the program
   * wants to write.
   *
   * @param request the program's request
   * @return the file's name
   * @throws MmioException if the program wants to write, or gave no name
   */
  protected static MmioName nameToRead(OpenRequest request) throws MmioException {
    if (request.writes()) {
      throw notByName("can only be read; the program wants to write to it");
    }
    return request.name();
  }

  /**
   * Returns the name for a handler that gets only the name, and so cannot know that the program
   * wants the file to be created or emptied.
   *
   * @param request the program's request
   * @return the file's name
   * @throws MmioException if the program wants to create the file, or gave no name
   */
  protected static MmioName nameToUse(OpenRequest request) throws MmioException {
    if (request.creates()) {
      throw notByName("must exist; the program wants to create it");
    }
    return request.name();
  }

  private static MmioException notByName(String rule) {
    return new MmioException(
        MmioError.ACCESS_DENIED,
        "A file that is opened by its name alone "
            + rule
            + ". A procedure that allows this must have an @OnOpen method with an OpenRequest.");
  }

  /** Returns the refusal to write to a file. Subclasses override it if another remedy helps. */
  MmioException readOnly() {
    return missing("@OnWrite", "writing");
  }

  private static MmioException missing(String annotation, String what) {
    return new MmioException(
        MmioError.ACCESS_DENIED,
        "The procedure does not allow " + what + ": it has no method with " + annotation + ".");
  }
}
