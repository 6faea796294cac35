package org.ioproc.internal.transport;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_RENAME;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.ioproc.MmioError;
import org.ioproc.internal.text.ProcessPath;
import org.jspecify.annotations.Nullable;

/** A way by which native code calls Java, and by which Java reaches native memory. */
public abstract class Transport implements ProcessPath.Resolver {

  /**
   * Known before the first message, as the errors are then: an overflow while a class is
   * initialized would leave it broken.
   */
  static final int OUT_OF_MEMORY = MmioError.OUT_OF_MEMORY.code();

  /** What every other message returns when it fails. */
  static final int FAILED = -1;

  private final Map<Long, IoProcedure> procedures = new ConcurrentHashMap<>();

  Transport() {}

  /**
   * The transport of this process.
   *
   * @return always the same object
   * @throws LinkageError if it cannot be loaded; its text says what to do, each time
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
   * Native memory as this transport reaches it.
   *
   * @return always the same object
   */
  public abstract NativeMemory memory();

  /**
   * Says which transport this is, and why it was chosen.
   *
   * @return one line for a person
   */
  public abstract String description();

  /**
   * Says how Java calls functions in C: through the foreign function API, or through JNA.
   *
   * @return false for JNA
   * @throws LinkageError if neither can be loaded; its text says what to do, each time
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
   * @return what the procedure returns, or what a failed message does if the stack is nearly full
   */
  public final long call(long procedure, long lpmmioinfo, int message, long lParam1, long lParam2) {
    try {
      return cross(procedure, lpmmioinfo, message, lParam1, lParam2);
    } catch (StackOverflowError full) {
      return lastResort(message);
    }
  }

  /**
   * What a message returns that could not be handled for lack of stack or memory.
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
   * Makes a native entry to a Java procedure. It is never freed: whoever has asked mmio for the
   * address may call it as long as the process lives.
   *
   * @param procedure what is called
   * @return the entry's address
   */
  public final long stub(IoProcedure procedure) {
    long address = newStub(procedure);
    procedures.put(address, procedure);
    return address;
  }

  /**
   * The Java procedure behind a native address.
   *
   * @param address any address
   * @return the procedure, or null if the address is not that of a stub made here
   */
  public final @Nullable IoProcedure procedureAt(long address) {
    return procedures.get(address);
  }

  /** Calls a procedure, having made sure that the stack has room for the way there and back. */
  abstract long cross(long procedure, long lpmmioinfo, int message, long lParam1, long lParam2);

  /** Makes a native entry that lives as long as the process. */
  abstract long newStub(IoProcedure procedure);

  /** The first name that is resolved initializes classes, which a full stack would break. */
  private void warmUp() {
    try {
      String unused = fullPath(".");
    } catch (LinkageError unusable) {
      // Whoever needs a path gets this failure, too.
    }
  }

  /** Keeps a failure too, because a class whose initializer fails says why only once. */
  private static final class Current {
    static final @Nullable Transport TRANSPORT;
    static final @Nullable LinkageError FAILURE;

    static {
      Transport transport = null;
      LinkageError failure = null;
      try {
        transport = JniTransport.isUsed() ? new JniTransport() : OwnProcess.choose();
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
