package org.ioproc.internal.declared;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ioproc.glue.IoProcProvider;

/**
 * The jar of this class, where a build has merged an application with ioproc-runtime. A build that
 * does not merge service files keeps the first of several, and nothing finds what the others named.
 */
final class MergedJar {

  private static final String PROVIDER = "Installer$Provider.class";

  private MergedJar() {}

  /**
   * The providers that are in the jar but in no service file. A jar is merged if it also has a
   * procedure that is declared; when none is, looking is cheap compared with being silent.
   */
  static List<String> undeclared(Collection<DeclaredIoProc> declared) {
    String jar = DeclaredIoProc.origin(MergedJar.class);
    if (!declared.isEmpty() && !isAnyFrom(jar, declared)) {
      return List.of();
    }
    Set<String> names =
        declared.stream().map(DeclaredIoProc::providerName).collect(Collectors.toSet());
    return providers(jar).stream().filter(name -> !names.contains(name)).toList();
  }

  /** A loop: a program starts faster without a lambda that it does not need. */
  private static boolean isAnyFrom(String jar, Collection<DeclaredIoProc> declared) {
    for (DeclaredIoProc procedure : declared) {
      if (procedure.origin().equals(jar)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> providers(String jar) {
    try (ZipFile file = new ZipFile(new File(URI.create(jar)))) {
      return file.stream()
          .map(ZipEntry::getName)
          .filter(entry -> entry.endsWith(PROVIDER))
          .map(entry -> entry.substring(0, entry.length() - ".class".length()).replace('/', '.'))
          .filter(MergedJar::isProvider)
          .sorted()
          .toList();
    } catch (IOException | IllegalArgumentException noJar) {
      return List.of(); // A folder, a jar inside a jar, or an image that jlink made.
    }
  }

  private static boolean isProvider(String name) {
    try {
      return IoProcProvider.class.isAssignableFrom(
          Class.forName(name, false, MergedJar.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError unusable) {
      return false;
    }
  }

  /** Names the procedures of some providers, and says how to declare them. */
  static String explain(List<String> providers) {
    return "Mmio.installAll() does not install "
        + providers.stream().map(DeclaredIoProc::procedure).collect(Collectors.joining(", "))
        + ": "
        + DeclaredIoProc.origin(MergedJar.class)
        + " contains them, but no "
        + DeclaredIoProcs.file()
        + " names them. Merge the service files of the jars that it was made from:"
        + " ServicesResourceTransformer of maven-shade-plugin, mergeServiceFiles() of Gradle's"
        + " Shadow.";
  }
}
