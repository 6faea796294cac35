package org.ioproc;

import org.ioproc.glue.IoProcedure;
import org.ioproc.internal.text.Printable;
import org.ioproc.internal.winmm.MmioFunctions;

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
    return switch (message) {
      case IoProcedure.MMIOM_READ -> "MMIOM_READ";
      case IoProcedure.MMIOM_WRITE -> "MMIOM_WRITE";
      case IoProcedure.MMIOM_SEEK -> "MMIOM_SEEK";
      case IoProcedure.MMIOM_OPEN -> "MMIOM_OPEN" + use();
      case IoProcedure.MMIOM_CLOSE -> "MMIOM_CLOSE";
      case IoProcedure.MMIOM_WRITEFLUSH -> "MMIOM_WRITEFLUSH";
      case IoProcedure.MMIOM_RENAME -> "MMIOM_RENAME";
      default -> "message 0x" + Integer.toHexString(message);
    };
  }

  private String use() {
    if ((flags & MmioFunctions.MMIO_DELETE) != 0) {
      return " (MMIO_DELETE)";
    }
    if ((flags & MmioFunctions.MMIO_EXIST) != 0) {
      return " (MMIO_EXIST)";
    }
    if ((flags & MmioFunctions.MMIO_PARSE) != 0) {
      return " (MMIO_PARSE)";
    }
    return (flags & MmioFunctions.MMIO_GETTEMP) != 0 ? " (MMIO_GETTEMP)" : "";
  }

  /** The message as a person reads it: without addresses, in one line. */
  @Override
  public String toString() {
    String what =
        switch (message) {
          case IoProcedure.MMIOM_READ, IoProcedure.MMIOM_WRITE, IoProcedure.MMIOM_WRITEFLUSH ->
              lParam2 + " bytes";
          case IoProcedure.MMIOM_SEEK -> "offset " + lParam1 + ", origin " + lParam2;
          default -> Printable.of(file);
        };
    return symbol() + " " + what + " -> " + result;
  }
}
