package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDPROC;

import java.lang.reflect.Proxy;
import org.ioproc.internal.mmsystem.MmioFunctions;

/** Wraps a manager to run an action after each search for a procedure. */
final class FindHook {

  private FindHook() {}

  static MmioFunctions runAfterEach(Runnable action, MmioFunctions manager) {
    return (MmioFunctions)
        Proxy.newProxyInstance(
            FindHook.class.getClassLoader(),
            new Class<?>[] {MmioFunctions.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(manager, arguments);
              if (method.getName().equals("mmioInstallIOProc")
                  && arguments[2].equals(MMIO_FINDPROC)) {
                action.run();
              }
              return result;
            });
  }
}
