package org.ioproc;

import org.ioproc.glue.IoProcedure;

/**
 * A message that a procedure received, and its answer.
 *
 * @param file the name of the file it is about, or {@code "?"} where that is unknown
 * @param message its number
 * @param lParam1 depends on the message
 * @param lParam2 depends on the message
 * @param result the procedure's answer
 */
public record TracedMessage(String file, int message, long lParam1, long lParam2, long result) {

  /**
   * The message's name.
   *
   * @return for example {@code MMIOM_READ}
   */
  public String symbol() {
    return switch (message) {
      case IoProcedure.MMIOM_READ -> "MMIOM_READ";
      case IoProcedure.MMIOM_WRITE -> "MMIOM_WRITE";
      case IoProcedure.MMIOM_SEEK -> "MMIOM_SEEK";
      case IoProcedure.MMIOM_OPEN -> "MMIOM_OPEN";
      case IoProcedure.MMIOM_CLOSE -> "MMIOM_CLOSE";
      case IoProcedure.MMIOM_WRITEFLUSH -> "MMIOM_WRITEFLUSH";
      case IoProcedure.MMIOM_RENAME -> "MMIOM_RENAME";
      default -> "message 0x" + Integer.toHexString(message);
    };
  }

  /** The message as a person reads it: without addresses. */
  @Override
  public String toString() {
    String what =
        switch (message) {
          case IoProcedure.MMIOM_READ, IoProcedure.MMIOM_WRITE, IoProcedure.MMIOM_WRITEFLUSH ->
              lParam2 + " bytes";
          case IoProcedure.MMIOM_SEEK -> "offset " + lParam1 + ", origin " + lParam2;
          default -> file;
        };
    return symbol() + " " + what + " -> " + result;
  }
}
