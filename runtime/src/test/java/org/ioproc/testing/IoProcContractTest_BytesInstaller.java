package org.ioproc.testing;

import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.mmio.Mmio;

/** An installer as the processor writes it. */
public final class IoProcContractTest_BytesInstaller {

  private IoProcContractTest_BytesInstaller() {}

  /** Installs a procedure with a manager. */
  public static InstalledIoProc install(Mmio mmio, IoProcContractTest.Bytes procedure)
      throws MmioException {
    return mmio.install(new IoProcContractTest.BytesGlue(procedure));
  }
}
