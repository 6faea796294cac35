package org.ioproc.mmio;

import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.winmm.MmioFunctions;

/**
 * A multimedia file manager, as the programs that open files see it.
 *
 * <p>Threads: every method may be called on any thread.
 */
public final class Mmio {

  private final MmioFunctions functions;

  Mmio(MmioFunctions functions) {
    this.functions = functions;
  }

  /**
   * The manager of this process: winmm on Windows, the embedded one elsewhere.
   *
   * @return always the same object
   */
  public static Mmio system() {
    throw new UnsupportedOperationException();
  }

  /**
   * Installs a procedure by its native address ({@code mmioInstallIOProc} with {@code
   * MMIO_INSTALLPROC}). The last one installed under a code is found first.
   *
   * @param code the code to install it under
   * @param procedure its address
   * @throws MmioException if the manager refuses
   */
  public void installIoProc(FourCc code, long procedure) throws MmioException {
    if (functions.mmioInstallIOProc(code.value(), procedure, MmioFunctions.MMIO_INSTALLPROC) == 0) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER, "mmio refuses to install a procedure under " + code + ".");
    }
  }

  /**
   * Removes the newest procedure of a code ({@code MMIO_REMOVEPROC}), whoever installed it.
   *
   * @param code the code
   * @return false if there is none or one of its files is open
   */
  public boolean removeIoProc(FourCc code) {
    return functions.mmioInstallIOProc(code.value(), 0, MmioFunctions.MMIO_REMOVEPROC) != 0;
  }

  /**
   * Finds the newest procedure of a code ({@code MMIO_FINDPROC}).
   *
   * @param code the code
   * @return its address, or 0 if there is none
   */
  public long findIoProc(FourCc code) {
    return functions.mmioInstallIOProc(code.value(), 0, MmioFunctions.MMIO_FINDPROC);
  }
}
