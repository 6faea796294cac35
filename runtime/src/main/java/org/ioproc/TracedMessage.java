package org.ioproc;

import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import org.ioproc.internal.text.Printable;

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
 */
public record TracedMessage(
    String file, int message, int flags, long lParam1, long lParam2, long result) {

  /**
   * Returns the message's name in {@code mmsystem.h}. For {@code MMIOM_OPEN}, which can also delete
   * or look for a file, the name includes the flag that says so.
   *
   * @return for example {@code MMIOM_READ}, {@code MMIOM_OPEN} or {@code MMIOM_OPEN (MMIO_DELETE)}
   */
  public String symbol() {
    return MmioMessages.name(message, flags);
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
