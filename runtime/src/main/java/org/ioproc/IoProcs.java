package org.ioproc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.mmio.Mmio;

/**
 * Installs every I/O procedure of an application at once.
 *
 * <p>The annotation processor declares each procedure that has a constructor without parameters: in
 * {@code META-INF/services/org.ioproc.glue.IoProcProvider} on the class path, and in a named module
 * by the {@code provides} line that it asks for. The declarations are looked for through the
 * current thread's context class loader, then through the class loader of this class, which in a
 * named module sees all modules of its layer. So they are found on threads whose context class
 * loader does not see the application, such as those of the common pool, and on those that have
 * none. A class that is found twice counts once, as it was found first.
 *
 * <p>Errors: a declaration that cannot be followed is an {@link MmioException}, whose one line says
 * what to do; nothing is installed then. What is no error but hardly meant is a warning of the
 * system logger {@code org.ioproc}, one line as well:
 *
 * <ul>
 *   <li>nothing is declared, for example because no annotation processor ran;
 *   <li>a jar that was merged from several has procedures that it does not declare, because the
 *       service files of the others were lost.
 * </ul>
 *
 * <p>Threads: both methods may be called on any thread.
 */
public final class IoProcs {

  private IoProcs() {}

  /**
   * Installs every declared procedure with {@link Mmio#system()}. One call at start-up is enough.
   *
   * @return the installed procedures, in the order of their class names
   * @throws MmioException if one cannot be installed; then none is
   */
  public static List<InstalledIoProc> installAll() throws MmioException {
    return installAll(Mmio.system());
  }

  /**
   * Installs every declared procedure.
   *
   * @param mmio the manager to install them with
   * @return the installed procedures, in the order of their class names
   * @throws MmioException if a declared class is missing, damaged or compiled for a newer Java, if
   *     a procedure's constructor or static initializer throws (which is then the cause), if two
   *     procedures have the same code, or if the manager refuses one; then none is installed
   */
  public static List<InstalledIoProc> installAll(Mmio mmio) throws MmioException {
    Collection<DeclaredIoProc> declared = DeclaredIoProcs.find();
    String doubt = DeclaredIoProcs.doubt(declared);
    if (doubt != null) {
      System.getLogger("org.ioproc").log(System.Logger.Level.WARNING, doubt);
    }
    return install(mmio, create(declared));
  }

  /** Creates all before the first is installed, so that most failures leave no trace. */
  private static List<IoProcGlue<?>> create(Collection<DeclaredIoProc> declared)
      throws MmioException {
    List<IoProcGlue<?>> created = new ArrayList<>();
    Map<Integer, DeclaredIoProc> byCode = new HashMap<>();
    for (DeclaredIoProc procedure : declared) {
      IoProcGlue<?> glue = procedure.create();
      DeclaredIoProc other = byCode.putIfAbsent(glue.code().value(), procedure);
      if (other != null) {
        throw codeTwice(glue.code(), other, procedure);
      }
      created.add(glue);
    }
    return created;
  }

  private static MmioException codeTwice(FourCc code, DeclaredIoProc one, DeclaredIoProc another) {
    return new MmioException(
        MmioError.INVALID_PARAMETER,
        "A code must belong to one procedure, because mmio finds only the one installed last; \""
            + code
            + "\" is that of "
            + one
            + " and of "
            + another
            + ". Remove one of them, or install those that are needed by their own installers.");
  }

  private static List<InstalledIoProc> install(Mmio mmio, List<IoProcGlue<?>> created)
      throws MmioException {
    List<InstalledIoProc> installed = new ArrayList<>();
    try {
      for (IoProcGlue<?> glue : created) {
        installed.add(glue.install(mmio));
      }
      return List.copyOf(installed);
    } catch (MmioException | RuntimeException | Error failure) {
      installed.forEach(InstalledIoProc::close);
      throw failure;
    }
  }
}
