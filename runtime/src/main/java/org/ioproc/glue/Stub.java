package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.ioproc.FourCc;
import org.ioproc.OpenRequest;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A native entry that leads to one procedure at a time. It lives as long as the process, because
 * mmio gives its address to any program: a later call must be refused, and not crash the program.
 *
 * <p>Once the procedure has been removed and its last file is closed, the stub leads to a refusal
 * and keeps nothing of the procedure, so that its classes can be unloaded. (A removed procedure may
 * have open files, since programs can open files by its address.) The next procedure whose class
 * has the same name takes over the stub. So an application that is loaded repeatedly needs no more
 * stubs, and an old address never leads to another kind of procedure.
 */
final class Stub implements IoProcedure {

  /** Stubs by the name of the procedure's class; the class itself would keep its loader alive. */
  private static final Map<String, List<Stub>> STUBS = new HashMap<>();

  private volatile IoProcGlue<?> target;
  private IoProcGlue<?> refusal;
  private long address;
  private boolean free;
  private volatile boolean released;

  /** The number of MMIOM_OPENs in progress, which may still add a file to their procedure. */
  private final AtomicInteger openings = new AtomicInteger();

  private Stub(IoProcGlue<?> target) {
    this.target = target;
    this.refusal = new Refusal(target.code());
  }

  /** Returns a free stub of a class with the same name, or a new stub. */
  static Stub take(IoProcGlue<?> target) {
    synchronized (STUBS) {
      List<Stub> stubs = stubs(target.getClass().getName());
      for (Stub stub : stubs) {
        if (stub.free) {
          stub.refusal = new Refusal(target.code());
          stub.target = target;
          stub.free = false;
          return stub;
        }
      }
      Stub stub = new Stub(target);
      stub.address = Transport.current().stub(stub);
      stubs.add(stub);
      return stub;
    }
  }

  private static List<Stub> stubs(String className) {
    List<Stub> stubs = STUBS.get(className);
    if (stubs == null) {
      stubs = new ArrayList<>();
      STUBS.put(className, stubs);
    }
    return stubs;
  }

  /**
   * Releases a procedure that opens no more files, as soon as its last file is closed.
   *
   * @return whether the procedure is already released
   */
  boolean release() {
    released = true;
    IoProcGlue<?> unused = releaseUnused();
    if (unused != null) {
      LastFailure.forget(unused, true);
    }
    return unused != null;
  }

  /** Returns the procedure that was released, or null. */
  private @Nullable IoProcGlue<?> releaseUnused() {
    synchronized (STUBS) {
      IoProcGlue<?> unused = target;
      if (!released || openings.get() > 0 || unused.openFiles() > 0) {
        return null;
      }
      target = refusal;
      released = false;
      free = true;
      return unused;
    }
  }

  long address() {
    return address;
  }

  @Override
  public long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    return switch (message) {
      case MMIOM_OPEN -> open(lpmmioinfo, lParam1, lParam2);
      case MMIOM_CLOSE -> close(lpmmioinfo, lParam1, lParam2);
      default -> target.callback(lpmmioinfo, message, lParam1, lParam2);
    };
  }

  /**
   * Counts before it reads the target, since a target that is released later is already disarmed.
   */
  private long open(long lpmmioinfo, long lParam1, long lParam2) {
    openings.incrementAndGet();
    try {
      return target.callback(lpmmioinfo, MMIOM_OPEN, lParam1, lParam2);
    } finally {
      openings.decrementAndGet();
      afterMessage();
    }
  }

  private long close(long lpmmioinfo, long lParam1, long lParam2) {
    try {
      return target.callback(lpmmioinfo, MMIOM_CLOSE, lParam1, lParam2);
    } finally {
      afterMessage();
    }
  }

  /** Must not throw, because the message has been answered. */
  private void afterMessage() {
    try {
      IoProcGlue<?> unused = released ? releaseUnused() : null;
      if (unused != null) {
        LastFailure.forget(unused, false);
      }
    } catch (VirtualMachineError full) {
      // No memory or stack is left. What other threads keep stays.
    }
  }

  /** Answers as a procedure that is no longer installed and has no file open. */
  private static final class Refusal extends IoProcGlue<Object> {

    Refusal(FourCc code) {
      super(code.toString());
      disarm();
    }

    @Override
    protected long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
        throws Throwable {
      return switch (message) {
        case MMIOM_OPEN -> open(lpmmioinfo, lParam1);
        case MMIOM_READ -> read(lpmmioinfo, lParam1, lParam2);
        case MMIOM_WRITE, MMIOM_WRITEFLUSH -> write(lpmmioinfo, lParam1, lParam2);
        case MMIOM_SEEK -> seek(lpmmioinfo, lParam1, lParam2);
        case MMIOM_RENAME -> rename(lParam1, lParam2);
        case MMIOM_CLOSE -> close(lpmmioinfo);
        default -> unhandled(message);
      };
    }

    @Override
    protected Object onOpen(OpenRequest request) {
      throw new AssertionError("A procedure that is not installed opens no file.");
    }
  }
}
