package org.ioproc.testing;

import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.mmio.Mmio;

/** An installer of a class that is not public. */
final class IoProcContractTest_HiddenInstaller {

  private IoProcContractTest_HiddenInstaller() {}

  public static InstalledIoProc install(Mmio mmio, IoProcContractTest.Hidden procedure)
      throws MmioException {
    return mmio.install(new IoProcContractTest.BytesGlue(procedure));
  }
}
