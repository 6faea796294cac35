package org.ioproc.internal.transport;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_RENAME;

/**
 * The outermost Java frame of a message from native code. No exception must escape from it: JNA
 * would answer 0, which means success, and FFM would end the process.
 */
class Entry {

  private final IoProcedure procedure;

  Entry(IoProcedure procedure) {
    this.procedure = procedure;
  }

  public final long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    try {
      return procedure.callback(lpmmioinfo, message, lParam1, lParam2);
    } catch (Throwable escaped) { // The stack may be full: a call here would overflow it again.
      return message == MMIOM_OPEN || message == MMIOM_CLOSE || message == MMIOM_RENAME
          ? Transport.OUT_OF_MEMORY
          : Transport.FAILED;
    }
  }
}
