package org.ioproc.glue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ioproc.internal.transport.Transport;

/**
 * A native entry for the procedures of one class. It lives as long as the process, because mmio
 * hands its address to anybody who asks, and leads to one procedure at a time: the one installed
 * now or, when that was uninstalled, the last, which refuses. A class has more than one only while
 * it is installed more than once.
 */
final class Stub implements IoProcedure {

  private static final Map<Class<?>, List<Stub>> STUBS = new HashMap<>();

  private volatile IoProcGlue<?> target;
  private long address;
  private boolean taken = true;

  private Stub(IoProcGlue<?> target) {
    this.target = target;
  }

  /** A free stub of the procedure's class, or a new one. */
  static Stub take(IoProcGlue<?> target) {
    synchronized (STUBS) {
      List<Stub> stubs = STUBS.computeIfAbsent(target.getClass(), key -> new ArrayList<>());
      for (Stub stub : stubs) {
        if (!stub.taken && stub.target.openFiles() == 0) {
          stub.target = target;
          stub.taken = true;
          return stub;
        }
      }
      Stub stub = new Stub(target);
      stub.address = Transport.current().stub(stub);
      stubs.add(stub);
      return stub;
    }
  }

  void release() {
    synchronized (STUBS) {
      taken = false;
    }
  }

  long address() {
    return address;
  }

  @Override
  public long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    return target.callback(lpmmioinfo, message, lParam1, lParam2);
  }
}
