package org.ioproc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.glue.IoProcProvider;
import org.ioproc.mmio.Mmio;

/** All I/O procedures of the application at once. */
public final class IoProcs {

  private IoProcs() {}

  /**
   * Installs every procedure that the class path or the module path declares, with {@link
   * Mmio#system()}. One call at start-up is enough.
   *
   * @return the installed procedures, in the order of their class names
   * @throws MmioException if one cannot be installed; then none is
   */
  public static List<InstalledIoProc> installAll() throws MmioException {
    return installAll(Mmio.system());
  }

  /**
   * Installs every procedure that the class path or the module path declares. The processor writes
   * the declarations; they are found through the current thread's context class loader.
   *
   * @param mmio the manager to install them with
   * @return the installed procedures, in the order of their class names
   * @throws MmioException if one cannot be installed; then none is
   * @throws ServiceConfigurationError if a declared class is missing or damaged; then none is
   *     installed
   */
  public static List<InstalledIoProc> installAll(Mmio mmio) throws MmioException {
    List<InstalledIoProc> installed = new ArrayList<>();
    try {
      for (IoProcProvider provider : providers()) {
        installed.add(glue(provider).install(mmio));
      }
      return List.copyOf(installed);
    } catch (MmioException | RuntimeException | Error failure) {
      installed.forEach(InstalledIoProc::close);
      throw failure;
    }
  }

  /** A compiler does not call the processor for what has no annotations of its any longer. */
  private static List<IoProcProvider> providers() {
    try {
      return ServiceLoader.load(IoProcProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(provider -> provider.getClass().getName()))
          .toList();
    } catch (ServiceConfigurationError failure) {
      throw new ServiceConfigurationError(
          failure.getMessage()
              + ". If the procedure has been removed, or lost its @IoProc, build its project anew"
              + " from clean: incremental builds may leave its line in META-INF/services/"
              + IoProcProvider.class.getName()
              + ".",
          failure);
    }
  }

  private static IoProcGlue<?> glue(IoProcProvider provider) throws MmioException {
    try {
      return provider.glue();
    } catch (RuntimeException | MmioException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new MmioException(
          MmioError.CANNOT_OPEN,
          provider.getClass().getName() + " cannot make its procedure: " + failure,
          failure);
    }
  }
}
