package org.ioproc.internal.declared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.glue.IoProcProvider;
import org.jspecify.annotations.Nullable;

/** Finds the procedures that service files and modules declare. */
public final class DeclaredIoProcs {

  private DeclaredIoProcs() {}

  /**
   * Creates every declared procedure, so that most failures occur before the first is installed.
   * Logs a warning if no procedure is declared, or if declarations seem to be missing.
   *
   * @return the procedures in the order of their class names
   * @throws MmioException if one cannot be created, or two have the same code
   */
  public static List<IoProcGlue<?>> create() throws MmioException {
    Collection<DeclaredIoProc> declared = find();
    String warning = warning(declared);
    if (warning != null) {
      System.getLogger("org.ioproc").log(System.Logger.Level.WARNING, warning);
    }
    return create(declared);
  }

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

  static MmioException codeTwice(FourCc code, DeclaredIoProc one, DeclaredIoProc another) {
    return new MmioException(
        MmioError.INVALID_PARAMETER,
        "A code must belong to one procedure, because mmio finds only the one installed last; \""
            + code
            + "\" belongs to "
            + one
            + " and to "
            + another
            + ". Remove one of them, or call the installers of the procedures that are needed.");
  }

  /** Returns the name of the service file that declares procedures on the class path. */
  static String file() {
    return "META-INF/services/" + IoProcProvider.class.getName();
  }

  /** Returns the declared procedures in the order of their class names. */
  static Collection<DeclaredIoProc> find() throws MmioException {
    Map<String, DeclaredIoProc> found = new TreeMap<>();
    try {
      for (ClassLoader loader : loaders()) {
        add(ServiceLoader.load(IoProcProvider.class, loader), found);
      }
    } catch (ServiceConfigurationError | LinkageError failure) {
      throw LoadFailures.notLoaded(failure);
    }
    return found.values();
  }

  private static void add(
      ServiceLoader<IoProcProvider> services, Map<String, DeclaredIoProc> found) {
    for (IoProcProvider provider : services) {
      DeclaredIoProc declared = new DeclaredIoProc(provider);
      found.putIfAbsent(declared.providerName(), declared);
    }
  }

  /**
   * Returns the context class loader, if the thread has one, and the runtime's class loader,
   * through which the service loader also finds all modules of its layer.
   */
  static Set<ClassLoader> loaders() {
    Set<ClassLoader> loaders = new LinkedHashSet<>();
    add(Thread.currentThread().getContextClassLoader(), loaders);
    add(DeclaredIoProcs.class.getClassLoader(), loaders);
    return loaders;
  }

  private static void add(@Nullable ClassLoader loader, Set<ClassLoader> loaders) {
    if (loader != null) {
      loaders.add(loader);
    }
  }

  /** Describes an apparent mistake and its remedy. Returns null if there is none. */
  static @Nullable String warning(Collection<DeclaredIoProc> declared) {
    List<String> lost = MergedJar.undeclared(declared);
    if (!lost.isEmpty()) {
      return MergedJar.explain(lost);
    }
    return declared.isEmpty() ? nothingDeclared() : null;
  }

  static String nothingDeclared() {
    return "Mmio.installAll() installs nothing: no "
        + file()
        + " that names a procedure is visible to the class loader "
        + loaders().stream().map(DeclaredIoProcs::name).collect(Collectors.joining(" or "))
        + (DeclaredIoProcs.class.getModule().isNamed() ? ", and no module provides one" : "")
        + ". Name ioproc-processor as an annotation processor in the build: since Java 23, javac"
        + " no longer runs processors that it finds on the class path. Merge the service files if"
        + " the build merges jars. Call the installer of a procedure whose constructor takes"
        + " arguments.";
  }

  /** Names a class loader without {@code toString()}, which may return several lines. */
  private static String name(ClassLoader loader) {
    String type = loader.getClass().getName();
    return loader.getName() == null ? type : "\"" + loader.getName() + "\" (" + type + ")";
  }
}
