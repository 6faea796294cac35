package org.ioproc.internal.transport;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_RENAME;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.text.ProcessPath;
import org.jspecify.annotations.Nullable;

/** Connects Java and native code, with calls in both directions and access to native memory. */
public abstract class Transport implements ProcessPath.Resolver {

  /**
   * A field, so that {@link MmioError} is initialized before the first message: a stack overflow
   * during its initialization would break it.
   */
  static final int OUT_OF_MEMORY = MmioError.OUT_OF_MEMORY.code();

  /** The answer to every other message that fails. */
  static final int FAILED = -1;

  private final Map<Long, IoProcedure> procedures = new ConcurrentHashMap<>();

  Transport() {}

  /**
   * Returns the transport of this process.
   *
   * @return always the same object
   * @throws LinkageError if it cannot be loaded; each time, the text names the remedy
   */
  public static Transport current() {
    Transport transport = Current.TRANSPORT;
    if (transport == null) {
      throw failure();
    }
    return transport;
  }

  private static LinkageError failure() {
    LinkageError failure = Objects.requireNonNull(Current.FAILURE);
    return new LinkageError(failure.getMessage(), failure.getCause());
  }

  /**
   * Returns this transport's access to native memory.
   *
   * @return always the same object
   */
  public abstract NativeMemory memory();

  /**
   * Describes which transport this is, and why it was chosen.
   *
   * @return one line of text
   */
  public abstract String description();

  /**
   * Returns whether Java calls C functions through the foreign function API.
   *
   * @return false for JNA
   * @throws LinkageError if neither can be loaded; each time, the text names the remedy
   */
  public abstract boolean callsThroughFfm();

  /**
   * Calls a procedure at its native address, as a C program would.
   *
   * @param procedure the address of an I/O procedure
   * @param lpmmioinfo the address of an {@code MMIOINFO}, or 0
   * @param message the message's number
   * @param lParam1 depends on the message
   * @param lParam2 depends on the message
   * @return the procedure's answer; the answer to a failed message if the stack is nearly full
   */
  public final long call(long procedure, long lpmmioinfo, int message, long lParam1, long lParam2) {
    try {
      return cross(procedure, lpmmioinfo, message, lParam1, lParam2);
    } catch (StackOverflowError full) {
      return lastResort(message);
    }
  }

  /**
   * Returns the answer to a message that ran out of stack or memory.
   *
   * @param message its number
   */
  public static long lastResort(int message) {
    return switch (message) {
      case MMIOM_OPEN, MMIOM_CLOSE, MMIOM_RENAME -> OUT_OF_MEMORY;
      default -> FAILED;
    };
  }

  /**
   * Creates a native entry to a Java procedure. It is never freed, since programs can ask mmio for
   * the address and call it as long as the process lives.
   *
   * @param procedure the procedure to call
   * @return the entry's address
   */
  public final long stub(IoProcedure procedure) {
    long address = newStub(procedure);
    procedures.put(address, procedure);
    return address;
  }

  /**
   * Returns the Java procedure at a native address.
   *
   * @param address any address
   * @return the procedure, or null if this transport did not create a stub at the address
   */
  public final @Nullable IoProcedure procedureAt(long address) {
    return procedures.get(address);
  }

  /** Calls a procedure if the stack has room for the call and for one from there back to Java. */
  abstract long cross(long procedure, long lpmmioinfo, int message, long lParam1, long lParam2);

  /** Creates a native entry that lives as long as the process. */
  abstract long newStub(IoProcedure procedure);

  /**
   * Returns the text at an address.
   *
   * @param address the address of its first byte in the ANSI code page
   * @return the text
   * @throws MmioException if it has no zero byte or is not text in the ANSI code page
   */
  public String text(long address) throws MmioException {
    return AnsiText.of(memory().view(address, AnsiText.LONGEST));
  }

  /** Resolves a name, to initialize classes now that a stack overflow could break later. */
  void warmUp() {
    try {
      String unused = fullPath(".");
    } catch (LinkageError unusable) {
      // Resolving a name reports this failure again.
    }
  }

  /** Holds the transport or why it failed, which a class initializer would report only once. */
  private static final class Current {
    static final @Nullable Transport TRANSPORT;
    static final @Nullable LinkageError FAILURE;

    static {
      Transport transport = null;
      LinkageError failure = null;
      try {
        HostTransport ofHost = HostTransport.used();
        transport = ofHost == null ? OwnProcess.choose() : ofHost;
      } catch (LinkageError unusable) {
        failure = unusable;
      }
      TRANSPORT = transport;
      FAILURE = failure;
      if (TRANSPORT != null && ProcessPath.WINDOWS) {
        ProcessPath.resolveBy(TRANSPORT);
        TRANSPORT.warmUp();
      }
    }
  }
}
