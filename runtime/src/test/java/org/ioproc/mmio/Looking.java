package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDPROC;

import java.lang.reflect.Proxy;
import org.ioproc.internal.mmsystem.MmioFunctions;

/** A manager that lets something happen after a procedure has been looked for. */
final class Looking {

  private Looking() {}

  static MmioFunctions then(Runnable what, MmioFunctions manager) {
    return (MmioFunctions)
        Proxy.newProxyInstance(
            Looking.class.getClassLoader(),
            new Class<?>[] {MmioFunctions.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(manager, arguments);
              if (method.getName().equals("mmioInstallIOProc")
                  && arguments[2].equals(MMIO_FINDPROC)) {
                what.run();
              }
              return result;
            });
  }
}
