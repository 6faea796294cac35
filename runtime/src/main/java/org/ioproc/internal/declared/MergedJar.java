package org.ioproc.internal.declared;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ioproc.glue.IoProcProvider;

/**
 * Inspects the jar of this class, in case a build has merged an application with ioproc-runtime.
 * Unless the build merges service files, it keeps only the first one, and the procedures that the
 * others name are not found.
 */
final class MergedJar {

  private static final String PROVIDER = "Installer$Provider.class";

  private MergedJar() {}

  /**
   * Returns the providers that are in the jar but in no service file. Opens the jar only if it
   * contains a declared procedure, too, and so was merged, or if no procedure is declared at all.
   */
  static List<String> undeclared(Collection<DeclaredIoProc> declared) {
    String jar = DeclaredIoProc.origin(MergedJar.class);
    if (!declared.isEmpty() && !isAnyFrom(jar, declared)) {
      return List.of();
    }
    return undeclared(providers(jar), declared);
  }

  /** Returns the providers in a jar or folder that no service file names. */
  static List<String> undeclaredIn(Path place, Collection<DeclaredIoProc> declared) {
    List<String> all =
        Files.isDirectory(place) ? providersInFolder(place) : providers(place.toUri().toString());
    return undeclared(all, declared);
  }

  private static List<String> undeclared(
      List<String> providers, Collection<DeclaredIoProc> declared) {
    Set<String> names =
        declared.stream().map(DeclaredIoProc::providerName).collect(Collectors.toSet());
    return providers.stream().filter(name -> !names.contains(name)).toList();
  }

  /** A loop, because a lambda would slow down the program's start. */
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
      return providers(file.stream().map(ZipEntry::getName));
    } catch (IOException | IllegalArgumentException noJar) {
      return List.of(); // A folder, a jar inside a jar, or an image created by jlink.
    }
  }

  private static List<String> providersInFolder(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return providers(files.map(file -> folder.relativize(file).toString().replace('\\', '/')));
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of();
    }
  }

  /** Returns the names of those entries that are providers. */
  private static List<String> providers(Stream<String> entries) {
    return entries
        .filter(entry -> entry.endsWith(PROVIDER))
        .map(entry -> entry.substring(0, entry.length() - ".class".length()).replace('/', '.'))
        .filter(MergedJar::isProvider)
        .sorted()
        .toList();
  }

  private static boolean isProvider(String name) {
    try {
      return IoProcProvider.class.isAssignableFrom(
          Class.forName(name, false, MergedJar.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError unusable) {
      return false;
    }
  }

  /** Names the procedures of undeclared providers in this class's jar, and the remedy. */
  static String explain(List<String> providers) {
    return explain(DeclaredIoProc.origin(MergedJar.class), providers);
  }

  /** Names the procedures of undeclared providers in a jar or folder, and the remedy. */
  static String explain(String place, List<String> providers) {
    return "Mmio.installAll() does not install "
        + providers.stream().map(DeclaredIoProc::procedure).collect(Collectors.joining(", "))
        + ": "
        + place
        + " contains them, but no "
        + DeclaredIoProcs.file()
        + " names them. Merge the service files of the jars from which it was built:"
        + " ServicesResourceTransformer of maven-shade-plugin, mergeServiceFiles() of Gradle's"
        + " Shadow.";
  }
}
