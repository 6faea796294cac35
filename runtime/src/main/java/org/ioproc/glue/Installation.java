package org.ioproc.glue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.TracedMessage;
import org.ioproc.internal.mmsystem.ProcedureList;
import org.jspecify.annotations.Nullable;

/** A procedure that is installed in a manager. */
public final class Installation implements InstalledIoProc {

  /**
   * Closed procedures that are still in their managers' lists. No handler is called under its lock.
   */
  private static final List<Installation> LEAVING = new ArrayList<>();

  private final ProcedureList list;
  private final FourCc code;
  private final String procedure;
  private final Stub stub;

  /** Null once no message can reach the glue, so that its classes can be unloaded. */
  private volatile @Nullable IoProcGlue<?> glue;

  private volatile boolean closed;
  private volatile boolean removed;

  private Installation(ProcedureList list, IoProcGlue<?> glue) {
    this.list = list;
    this.code = glue.code();
    this.procedure = procedure(glue);
    this.stub = Stub.take(glue);
    this.glue = glue;
  }

  /** Returns the name of the class with {@code @IoProc}, derived from its glue's name. */
  private static String procedure(IoProcGlue<?> glue) {
    String name = glue.getClass().getName();
    return name.endsWith("Glue") ? name.substring(0, name.length() - "Glue".length()) : name;
  }

  /**
   * Installs a procedure.
   *
   * @param list the manager's list
   * @param glue the procedure's glue
   * @return the installed procedure
   * @throws MmioException if the manager refuses
   */
  @SuppressWarnings("exports") // Only for org.ioproc.mmio.
  public static InstalledIoProc install(ProcedureList list, IoProcGlue<?> glue)
      throws MmioException {
    removeLeaving();
    Installation installation = new Installation(list, glue);
    try {
      list.install(installation.code, installation.stub.address());
      return installation;
    } catch (MmioException | RuntimeException | Error failure) {
      boolean unused = installation.stub.release();
      throw failure;
    }
  }

  /**
   * Removes the procedures that could not be removed when they were closed. Is very cheap if there
   * are none.
   */
  public static void removeLeaving() {
    if (Thread.holdsLock(LEAVING)) {
      return; // A removal called this, and continues afterwards.
    }
    synchronized (LEAVING) {
      while (LEAVING.removeIf(Installation::remove)) {
        // A removed procedure may have hidden another.
      }
    }
  }

  /**
   * Returns whether the procedure has left its manager's list, from which a program may remove it.
   */
  private boolean remove() {
    if (!removed && (list.removeIfNewest(code, stub.address()) || list.find(code) == 0)) {
      removed = true;
      if (stub.release()) {
        glue = null;
      }
    }
    return removed;
  }

  @Override
  public FourCc code() {
    return code;
  }

  @Override
  public int openFiles() {
    IoProcGlue<?> present = glue;
    return present == null ? 0 : present.openFiles();
  }

  @Override
  public void trace(@Nullable Consumer<TracedMessage> listener) {
    IoProcGlue<?> present = glue;
    if (present != null) {
      present.trace(listener);
    }
  }

  /**
   * Lends handlers copies of the program's buffers, as {@code -Dorg.ioproc.check=true} does for all
   * procedures. For the files that are opened from now on, a handler that keeps its buffer is
   * found.
   *
   * @param copies whether to lend copies
   */
  public void lendCopies(boolean copies) {
    IoProcGlue<?> present = glue;
    if (present != null) {
      present.lendCopies(copies);
    }
  }

  @Override
  public void close() {
    IoProcGlue<?> present = glue;
    if (present != null) {
      present.disarm();
    }
    synchronized (LEAVING) {
      if (!closed) {
        closed = true;
        LEAVING.add(this);
      }
    }
    removeLeaving();
  }

  @Override
  public String toString() {
    int open = openFiles();
    return "\"%s\" %s, %s%s"
        .formatted(
            code,
            procedure,
            open == 1 ? "1 file open" : open + " files open",
            removed ? ", closed" : closed ? ", closed, not yet removed" : "");
  }
}
