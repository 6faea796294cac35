package org.ioproc.samples.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files that the annotation processor generated from a class, beside that class. */
final class GeneratedFiles {

  private GeneratedFiles() {}

  /** Returns the paths of the files below the class path's root, sorted. */
  static List<String> of(Class<?> procedure) throws IOException {
    Path root = root(procedure);
    if (Files.isDirectory(root)) {
      return below(root, procedure.getSimpleName());
    }
    try (FileSystem jar = FileSystems.newFileSystem(root)) {
      return below(jar.getPath("/"), procedure.getSimpleName());
    }
  }

  private static Path root(Class<?> procedure) throws IOException {
    try {
      URI location = procedure.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(location);
    } catch (URISyntaxException notAPath) {
      throw new IOException("The origin of " + procedure + " is not a path.", notAPath);
    }
  }

  private static List<String> below(Path root, String name) throws IOException {
    Predicate<String> generated =
        Pattern.compile(
                ".*/NAME(Glue|Installer)\\.class|META-INF/(services/org\\.ioproc|ioproc/LIBRARY/).*"
                    .replace("NAME", name)
                    .replace("LIBRARY", name.toLowerCase(Locale.ROOT)))
            .asMatchPredicate();
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(generated)
          .sorted()
          .toList();
    }
  }
}
