package org.ioproc;

import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import org.ioproc.internal.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * A message that a procedure has answered, for {@link InstalledIoProc#trace}.
 *
 * @param file the name of the file; {@code "?"} if it is unknown
 * @param message the message's number, one of {@link MmioMessages} or an application's own
 * @param flags the flags that the program gave to {@code mmioOpen} for {@link
 *     MmioMessages#MMIOM_OPEN}; otherwise 0
 * @param lParam1 the first parameter, whose meaning {@link MmioMessages} describes
 * @param lParam2 the second parameter
 * @param result the procedure's answer
 * @param number the number of the open file, which no other file in this process has; 0 if the
 *     message belongs to no open file
 * @param position the file's position before the message, in bytes from its start; -1 if unknown
 * @param begin when the message arrived, as {@link System#nanoTime} tells it
 * @param duration how long the procedure took to answer, in nanoseconds
 * @param failure why the message failed, in one line; null if it did not fail
 */
public record TracedMessage(
    String file,
    int message,
    int flags,
    long lParam1,
    long lParam2,
    long result,
    long number,
    long position,
    long begin,
    long duration,
    @Nullable String failure) {

  /**
   * Creates a message that succeeded, without an open file and without times.
   *
   * @param file the name of the file
   * @param message the message's number
   * @param flags the flags of a {@link MmioMessages#MMIOM_OPEN}
   * @param lParam1 the first parameter
   * @param lParam2 the second parameter
   * @param result the procedure's answer
   */
  public TracedMessage(
      String file, int message, int flags, long lParam1, long lParam2, long result) {
    this(file, message, flags, lParam1, lParam2, result, 0, -1, 0, 0, null);
  }

  /**
   * Returns the message's name in {@code mmsystem.h}. For {@code MMIOM_OPEN}, which can also delete
   * or look for a file, the name includes the flag that says so.
   *
   * @return for example {@code MMIOM_READ}, {@code MMIOM_OPEN} or {@code MMIOM_OPEN (MMIO_DELETE)}
   */
  public String symbol() {
    return MmioMessages.name(message, flags);
  }

  /**
   * Returns how many bytes the program wanted to read or write.
   *
   * @return the count that it passed; 0 for other messages
   */
  public long count() {
    return switch (message) {
      case MMIOM_READ, MMIOM_WRITE, MMIOM_WRITEFLUSH -> lParam2;
      default -> 0;
    };
  }

  /**
   * Returns the file's position after the message.
   *
   * @return bytes from the file's start, or -1 if the position is unknown
   */
  public long positionAfter() {
    if (failure != null || number == 0) {
      return position;
    }
    return switch (message) {
      case MMIOM_OPEN -> 0;
      case MMIOM_SEEK -> result;
      case MMIOM_READ, MMIOM_WRITE, MMIOM_WRITEFLUSH -> position + result;
      default -> position;
    };
  }

  /** Describes the message for people, in one line without addresses. */
  @Override
  public String toString() {
    String what =
        switch (message) {
          case MMIOM_READ, MMIOM_WRITE, MMIOM_WRITEFLUSH -> lParam2 + " bytes";
          case MMIOM_SEEK -> "offset " + lParam1 + ", origin " + lParam2;
          default -> Printable.of(file);
        };
    return symbol() + " " + what + " -> " + result;
  }
}
