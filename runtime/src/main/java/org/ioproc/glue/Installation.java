package org.ioproc.glue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.TracedMessage;
import org.ioproc.mmio.Mmio;
import org.jspecify.annotations.Nullable;

/** A procedure in a manager's list. */
public final class Installation implements InstalledIoProc {

  /** Closed, but still in their managers' lists. */
  private static final List<Installation> LEAVING = new ArrayList<>();

  private final Mmio mmio;
  private final IoProcGlue<?> glue;
  private final Stub stub;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean removed;

  private Installation(Mmio mmio, IoProcGlue<?> glue, Stub stub) {
    this.mmio = mmio;
    this.glue = glue;
    this.stub = stub;
  }

  /** As an interface: to verify glue that returned this class, a host would load it. */
  static InstalledIoProc install(Mmio mmio, IoProcGlue<?> glue) throws MmioException {
    removeLeaving();
    Stub stub = Stub.take(glue);
    try {
      mmio.installIoProc(glue.code(), stub.address());
    } catch (MmioException | RuntimeException | Error failure) {
      stub.release();
      throw failure;
    }
    return new Installation(mmio, glue, stub);
  }

  /**
   * Removes what was closed and could not be removed then. It costs nothing while there is nothing.
   */
  public static void removeLeaving() {
    synchronized (LEAVING) {
      while (LEAVING.removeIf(Installation::remove)) {
        // The one that went may have been in the way of another.
      }
    }
  }

  /**
   * mmio removes the newest procedure of a code whatever it is asked for, so that one is asked
   * first.
   */
  private boolean remove() {
    removed = mmio.findIoProc(code()) == stub.address() && mmio.removeIoProc(code());
    if (removed) {
      stub.release();
    }
    return removed;
  }

  @Override
  public FourCc code() {
    return glue.code();
  }

  @Override
  public int openFiles() {
    return glue.openFiles();
  }

  @Override
  public void trace(@Nullable Consumer<TracedMessage> listener) {
    glue.trace(listener);
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      glue.disarm();
      synchronized (LEAVING) {
        LEAVING.add(this);
      }
      removeLeaving();
    }
  }

  @Override
  public String toString() {
    int open = openFiles();
    return "\"%s\" %s, %s%s"
        .formatted(
            code(),
            procedure(),
            open == 1 ? "1 file open" : open + " files open",
            removed ? ", closed" : closed.get() ? ", closed, not yet removed" : "");
  }

  /** The class that has the {@code @IoProc}, as far as its glue's name tells. */
  private String procedure() {
    String name = glue.getClass().getName();
    return name.endsWith("Glue") ? name.substring(0, name.length() - "Glue".length()) : name;
  }
}
