package org.ioproc.mmio;

import java.lang.reflect.Proxy;
import org.ioproc.internal.winmm.MmioFunctions;

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
                  && arguments[2].equals(MmioFunctions.MMIO_FINDPROC)) {
                what.run();
              }
              return result;
            });
  }
}
