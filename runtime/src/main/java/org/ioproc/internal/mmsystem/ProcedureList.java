package org.ioproc.internal.mmsystem;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_INSTALLPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_REMOVEPROC;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/** A manager's list of installed procedures, known by their native addresses. */
public final class ProcedureList {

  /**
   * Guards each change of a list together with the search before it, so that this library removes
   * only the procedure that it has found. A literal is one object in the whole process, so it
   * guards winmm's list for every class loader that has loaded this class. No procedure is called
   * while it is locked.
   */
  private static final Object LISTS = "org.ioproc.mmio.Mmio: the lists of procedures";

  private final MmioFunctions functions;

  /**
   * The codes of {@link #installed}, and those that a program in C has emptied since. Numbers,
   * because the first hash code of a record initializes method handles.
   */
  private final Set<Integer> codes = new HashSet<>();

  /**
   * Creates a view of a manager's list.
   *
   * @param functions the manager's functions
   */
  public ProcedureList(MmioFunctions functions) {
    this.functions = functions;
  }

  /**
   * Installs a procedure. mmio finds the procedure that was installed last under a code.
   *
   * @throws MmioException if the manager refuses
   */
  public void install(FourCc code, long procedure) throws MmioException {
    if (change(code, procedure, MMIO_INSTALLPROC) == 0) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER,
          "mmio refused to install the procedure at address "
              + procedure
              + " under \""
              + code
              + "\".");
    }
    synchronized (codes) {
      codes.add(code.value());
    }
  }

  /**
   * Removes the newest procedure of a code.
   *
   * @return false if there is none or one of its files is open
   */
  public boolean remove(FourCc code) {
    boolean removed = change(code, 0, MMIO_REMOVEPROC) != 0;
    forgetIfUnused(code);
    return removed;
  }

  /**
   * Removes a procedure if it is the newest of its code. If C code installs another one between the
   * check and the removal, that procedure is reinstalled.
   *
   * @return false if it is not the newest or one of its files is open
   */
  public boolean removeIfNewest(FourCc code, long procedure) {
    synchronized (LISTS) {
      if (find(code) != procedure) {
        return false;
      }
      long removed = change(code, 0, MMIO_REMOVEPROC);
      if (removed != 0 && removed != procedure) {
        change(code, removed, MMIO_INSTALLPROC);
      }
      forgetIfUnused(code);
      return removed == procedure;
    }
  }

  private void forgetIfUnused(FourCc code) {
    synchronized (codes) {
      if (find(code) == 0) {
        codes.remove(code.value());
      }
    }
  }

  /**
   * Finds the newest procedure of a code.
   *
   * @return its address, or 0 if there is none
   */
  public long find(FourCc code) {
    return functions.mmioInstallIOProc(code.value(), 0, MMIO_FINDPROC);
  }

  /**
   * Returns the codes under which procedures were installed through this list and still are. Those
   * that programs in C have installed are missing, because mmio cannot list them.
   *
   * @return the codes in alphabetical order
   */
  public List<FourCc> installed() {
    synchronized (codes) {
      return codes.stream()
          .map(FourCc::new)
          .filter(code -> find(code) != 0)
          .sorted(Comparator.comparing(FourCc::toString))
          .toList();
    }
  }

  private long change(FourCc code, long procedure, int flags) {
    synchronized (LISTS) {
      return functions.mmioInstallIOProc(code.value(), procedure, flags);
    }
  }
}
