package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDPROC;

import java.lang.reflect.Proxy;
import org.ioproc.internal.mmsystem.MmioFunctions;

/** Wraps a manager so that something happens each time after it has looked for a procedure. */
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
