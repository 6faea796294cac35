package org.ioproc;

import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import org.ioproc.internal.text.Printable;

/**
 * A message that a procedure received, and its answer.
 *
 * @param file the name of the file it is about, or {@code "?"} where that is unknown
 * @param message its number
 * @param flags for {@code MMIOM_OPEN} the flags that the program gave to {@code mmioOpen}; else 0
 * @param lParam1 depends on the message
 * @param lParam2 depends on the message
 * @param result the procedure's answer
 */
public record TracedMessage(
    String file, int message, int flags, long lParam1, long lParam2, long result) {

  /**
   * The message's name. {@code MMIOM_OPEN} has more uses than opening a file, and a flag says which
   * it is.
   *
   * @return for example {@code MMIOM_READ}, {@code MMIOM_OPEN} or {@code MMIOM_OPEN (MMIO_DELETE)}
   */
  public String symbol() {
    return MmioMessages.name(message, flags);
  }

  /** The message as a person reads it: without addresses, in one line. */
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
