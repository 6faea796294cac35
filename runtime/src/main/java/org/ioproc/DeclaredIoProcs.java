package org.ioproc;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ioproc.glue.IoProcProvider;
import org.jspecify.annotations.Nullable;

/** Finds what service files and modules declare. */
final class DeclaredIoProcs {

  private DeclaredIoProcs() {}

  /** Where the class path declares procedures. */
  static String file() {
    return "META-INF/services/" + IoProcProvider.class.getName();
  }

  /** The declared procedures in the order of their class names. */
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
   * The context class loader, if the thread has one, and that of the runtime, through which the
   * service loader sees all modules of its layer as well.
   */
  private static Set<ClassLoader> loaders() {
    Set<ClassLoader> loaders = new LinkedHashSet<>();
    add(Thread.currentThread().getContextClassLoader(), loaders);
    add(IoProcs.class.getClassLoader(), loaders);
    return loaders;
  }

  private static void add(@Nullable ClassLoader loader, Set<ClassLoader> loaders) {
    if (loader != null) {
      loaders.add(loader);
    }
  }

  /** What is hardly meant to be as it is, and what to do about it; null if nothing is. */
  static @Nullable String doubt(Collection<DeclaredIoProc> declared) {
    List<String> lost = MergedJar.undeclared(declared);
    if (!lost.isEmpty()) {
      return MergedJar.explain(lost);
    }
    return declared.isEmpty() ? nothingDeclared() : null;
  }

  private static String nothingDeclared() {
    return "IoProcs.installAll() installs nothing: no "
        + file()
        + " that the class loader "
        + loaders().stream().map(DeclaredIoProcs::name).collect(Collectors.joining(" or "))
        + " sees names a procedure"
        + (IoProcs.class.getModule().isNamed() ? ", and no module provides one" : "")
        + ". Name ioproc-processor as an annotation processor in the build, because from Java 23"
        + " on javac runs no processor that is not named; merge the service files where jars are"
        + " merged; install a procedure whose constructor takes arguments by its own installer.";
  }

  /** Not its text, which for some has several lines. */
  private static String name(ClassLoader loader) {
    String type = loader.getClass().getName();
    return loader.getName() == null ? type : "\"" + loader.getName() + "\" (" + type + ")";
  }
}
