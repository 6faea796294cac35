package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;

import java.util.function.Consumer;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.TracedMessage;
import org.ioproc.internal.flight.FlightRecording;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.StackRoom;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Answers mmio's messages by calling the handlers of one procedure. Each procedure has a generated
 * subclass. Its {@link #dispatch} lists the messages that the procedure handles, and its {@code
 * on…} methods call the handlers.
 *
 * <p>{@link #callback} catches everything that a handler throws, so that the caller always gets a
 * result.
 *
 * @param <F> the type of the procedure's files
 */
public abstract class IoProcGlue<F> extends HandlerMethods<F> {

  /**
   * The free stack, in kilobytes, that opening and closing a file require: they initialize classes
   * and change tables.
   */
  private static final int ROOM = 12;

  private final FourCc code;
  private final MmioInfos infos = new MmioInfos();
  private final OpenFiles<F> files = new OpenFiles<>();
  private final Opener<F> opener = new Opener<>(files, infos);
  private volatile boolean disarmed;
  private volatile @Nullable Consumer<TracedMessage> trace;

  /**
   * Creates the glue of a procedure.
   *
   * @param code the procedure's four-character code
   */
  protected IoProcGlue(String code) {
    this.code = FourCc.of(code);
    boolean unused = FlightRecording.isOn(); // Initializes it while the stack has room.
  }

  /**
   * Answers a message, and never throws.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}, or 0
   * @param message the message's number
   * @param lParam1 depends on the message
   * @param lParam2 depends on the message
   * @return the message's answer
   */
  public final long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    boolean interrupted = Thread.interrupted(); // An interrupt would close the handlers' channels.
    HostThread host = HostThread.current();
    int priority = host == null ? 0 : host.begin();
    try {
      Consumer<TracedMessage> listener = trace;
      return listener == null && !FlightRecording.isOn()
          ? answer(lpmmioinfo, message, lParam1, lParam2)
          : ObservedMessage.answer(this, listener, lpmmioinfo, message, lParam1, lParam2);
    } finally {
      if (host != null) {
        host.end(interrupted, priority);
      } else if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Reads bytes that the program has not asked for. A failure is neither kept nor logged, because
   * the program gets it if it reads them.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param lParam1 the address of memory for the bytes
   * @param lParam2 the count of bytes
   * @return the count read, 0 after a failure
   */
  public final int readAhead(long lpmmioinfo, long lParam1, long lParam2) {
    boolean interrupted = Thread.interrupted();
    HostThread host = HostThread.current();
    int priority = host == null ? 0 : host.begin();
    try {
      return (int) dispatch(lpmmioinfo, MMIOM_READ, lParam1, lParam2);
    } catch (Throwable failure) {
      return 0;
    } finally {
      if (host != null) {
        host.end(interrupted, priority);
      } else if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  final long answer(long lpmmioinfo, int message, long lParam1, long lParam2) {
    try {
      return dispatch(lpmmioinfo, message, lParam1, lParam2);
    } catch (Throwable failure) {
      return failed(lpmmioinfo, message, lParam1, null, failure);
    }
  }

  /**
   * Reports a message that failed, and returns its answer. Requires stack before the report loads
   * its classes; opening a file has already required it.
   */
  final long failed(
      long lpmmioinfo, int message, long lParam1, @Nullable String name, Throwable failure) {
    try {
      if (message != MMIOM_OPEN || failure instanceof StackOverflowError) {
        StackRoom.require(ROOM);
      }
      return MessageReport.failed(this, lpmmioinfo, message, lParam1, name, failure);
    } catch (Throwable another) { // No stack or memory is left.
      return Transport.lastResort(message);
    } finally {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt(); // Throwing the exception has cleared it.
      }
    }
  }

  /**
   * Calls the method of this class that answers a message.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}, or 0
   * @param message the message's number
   * @param lParam1 depends on the message
   * @param lParam2 depends on the message
   * @return the message's answer
   * @throws Throwable if the message fails
   */
  protected abstract long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
      throws Throwable;

  // What dispatch calls.

  /**
   * Answers MMIOM_OPEN.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param lParam1 the address of the file's name, or 0
   * @return 0
   * @throws Throwable if the file cannot be opened
   */
  protected final long open(long lpmmioinfo, long lParam1) throws Throwable {
    StackRoom.require(ROOM);
    MmioInfo info = infos.at(lpmmioinfo);
    if (disarmed) {
      throw notInstalled(MmioError.CANNOT_OPEN);
    }
    opener.open(this, OpenMessage.of(AnsiText.at(lParam1), info), info);
    return 0;
  }

  /**
   * Answers MMIOM_CLOSE.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @return 0 or an error code
   * @throws MmioException if the file is unknown
   */
  protected final long close(long lpmmioinfo) throws MmioException {
    StackRoom.require(ROOM);
    MmioInfo info = infos.at(lpmmioinfo);
    if (info.info(OpenFiles.TOKEN) == 0) {
      return 0; // After a delete or a test for existence nothing is open.
    }
    OpenFile<F> file = files.of(info);
    synchronized (file) {
      F closing = file.toClose();
      try {
        onClose(closing);
        file.buffers().check();
        return 0;
      } catch (Throwable failure) {
        return failed(lpmmioinfo, MMIOM_CLOSE, 0, file.name(), failure);
      } finally {
        files.remove(file);
        info.info(OpenFiles.TOKEN, 0);
      }
    }
  }

  /**
   * Answers MMIOM_READ.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param lParam1 the address of the caller's buffer
   * @param lParam2 the count of bytes
   * @return the count read, 0 at the end of the file
   * @throws Throwable if it cannot be read
   */
  protected final long read(long lpmmioinfo, long lParam1, long lParam2) throws Throwable {
    MmioInfo info = infos.at(lpmmioinfo);
    OpenFile<F> file = files.of(info);
    synchronized (file) {
      file.requireOpen();
      int count = Transfers.count(lParam1, lParam2);
      if (count == 0) {
        return 0;
      }
      int position = Transfers.position(info);
      int read = Transfers.read(this, file, lParam1, count, position);
      file.requireOpen();
      info.diskOffset(position + read);
      return read;
    }
  }

  /**
   * Answers MMIOM_WRITE.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param lParam1 the address of the caller's buffer
   * @param lParam2 the count of bytes
   * @return the count written, which is the whole count
   * @throws Throwable if it cannot be written
   */
  protected final long write(long lpmmioinfo, long lParam1, long lParam2) throws Throwable {
    return write(lpmmioinfo, lParam1, lParam2, false);
  }

  /**
   * Answers MMIOM_WRITEFLUSH.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param lParam1 the address of the caller's buffer
   * @param lParam2 the count of bytes
   * @return the count written, which is the whole count
   * @throws Throwable if it cannot be written
   */
  protected final long writeFlush(long lpmmioinfo, long lParam1, long lParam2) throws Throwable {
    return write(lpmmioinfo, lParam1, lParam2, true);
  }

  private long write(long lpmmioinfo, long lParam1, long lParam2, boolean flush) throws Throwable {
    MmioInfo info = infos.at(lpmmioinfo);
    OpenFile<F> file = files.of(info);
    synchronized (file) {
      file.requireOpen();
      int count = Transfers.count(lParam1, lParam2);
      int position = Transfers.position(info);
      if (count > 0) {
        Transfers.write(this, file, lParam1, count, position);
      }
      if (flush) {
        onFlush(file.file());
      }
      file.requireOpen();
      info.diskOffset(position + count);
      return count;
    }
  }

  /**
   * Answers MMIOM_SEEK.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param lParam1 the offset in bytes
   * @param lParam2 the origin: 0 for the start, 1 for the position, 2 for the end, from which every
   *     offset counts backwards
   * @return the new position
   * @throws Throwable if the position is invalid
   */
  protected final long seek(long lpmmioinfo, long lParam1, long lParam2) throws Throwable {
    MmioInfo info = infos.at(lpmmioinfo);
    OpenFile<F> file = files.of(info);
    synchronized (file) {
      file.requireOpen();
      int position = Transfers.target(this, file, info, lParam1, lParam2);
      file.requireOpen();
      info.diskOffset(position);
      return position;
    }
  }

  /**
   * Answers MMIOM_RENAME.
   *
   * @param lParam1 the address of the old name
   * @param lParam2 the address of the new name
   * @return 0
   * @throws Throwable if the file cannot be renamed
   */
  protected final long rename(long lParam1, long lParam2) throws Throwable {
    StackRoom.require(ROOM);
    if (disarmed) {
      throw notInstalled(MmioError.ACCESS_DENIED);
    }
    onRename(MmioName.of(AnsiText.at(lParam1)), MmioName.of(AnsiText.at(lParam2)));
    return 0;
  }

  /**
   * Answers a message that an application has defined.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param message the message's number
   * @param lParam1 as the application defines it
   * @param lParam2 as the application defines it
   * @return the handler's answer
   * @throws Throwable if the message fails
   */
  protected final long message(long lpmmioinfo, int message, long lParam1, long lParam2)
      throws Throwable {
    OpenFile<F> file = files.of(infos.at(lpmmioinfo));
    synchronized (file) {
      file.requireOpen();
      boolean followsPointers = !Transport.current().memory().isCopy(lpmmioinfo);
      return SentMessage.deliver(this, file, message, lParam1, lParam2, followsPointers);
    }
  }

  /** A separate method, so that opening a file does not load the error classes. */
  private static MmioException notInstalled(MmioError error) {
    return new MmioException(error, "The procedure is no longer installed.");
  }

  // What an installation and a report call.

  /**
   * Returns the code under which programs find the procedure.
   *
   * @return its four-character code
   */
  public final FourCc code() {
    return code;
  }

  final int openFiles() {
    return files.size();
  }

  /** Returns the file that a message's {@code MMIOINFO} belongs to. */
  final OpenFile<F> file(long lpmmioinfo) throws MmioException {
    return files.of(infos.at(lpmmioinfo));
  }

  /** Refuses to open or rename files from now on. */
  final void disarm() {
    disarmed = true;
  }

  final void lendCopies(boolean copies) {
    files.lendCopies(copies);
  }

  final void trace(@Nullable Consumer<TracedMessage> listener) {
    trace = listener;
  }
}
