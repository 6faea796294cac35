package org.ioproc.internal.transport;

/**
 * Handles mmio's messages, like a procedure in C: {@code LRESULT CALLBACK IOProc(LPSTR lpmmioinfo,
 * UINT uMsg, LPARAM lParam1, LPARAM lParam2)}.
 *
 * <p>Native code calls it on any thread. It must not throw.
 *
 * <p>Source: Microsoft, "MMIOPROC callback function".
 */
@FunctionalInterface
public interface IoProcedure {

  /**
   * Handles one message.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}, or 0
   * @param message the message's number, {@code MMIOM_…}
   * @param lParam1 depends on the message
   * @param lParam2 depends on the message
   * @return depends on the message
   */
  long callback(long lpmmioinfo, int message, long lParam1, long lParam2);
}
