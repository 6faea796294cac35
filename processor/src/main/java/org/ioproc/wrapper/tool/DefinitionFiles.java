package org.ioproc.wrapper.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ioproc.wrapper.tool.jar.Failures;

/** Module-definitions files outside the jar, by the libraries that they name. */
final class DefinitionFiles {

  private static final Pattern LIBRARY =
      Pattern.compile(
          "^[ \\t]*LIBRARY[ \\t]+\"?([^\\s\";]+?)(?:\\.dll)?[\"\\s;]",
          Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private final Map<String, Definitions> files = new HashMap<>();

  /** A file, as it is. */
  record Definitions(Path path, byte[] content) {}

  private DefinitionFiles() {}

  /**
   * Reads files.
   *
   * @param libraries the names that they may have
   * @param jar the jar with these libraries, for messages
   */
  static DefinitionFiles read(List<Path> paths, Collection<String> libraries, Path jar)
      throws WrapException {
    DefinitionFiles files = new DefinitionFiles();
    for (Path path : paths) {
      byte[] content = bytes(path);
      String name = library(path, content);
      if (!libraries.contains(name)) {
        throw new WrapException(
            "LIBRARY must name a library of the jar. %s names %s, and %s has %s."
                .formatted(path, name, jar, String.join(", ", libraries)));
      }
      Definitions other = files.files.putIfAbsent(name, new Definitions(path, content));
      if (other != null) {
        throw new WrapException(
            "A library has one module-definitions file. %s and %s both name %s. Pass one of them."
                .formatted(other.path(), path, name));
      }
    }
    return files;
  }

  private static byte[] bytes(Path path) throws WrapException {
    try {
      return Files.readAllBytes(path);
    } catch (IOException failure) {
      throw new WrapException(
          "The module-definitions file %s could not be read: %s."
              .formatted(path, Failures.reason(failure)),
          failure);
    }
  }

  private static String library(Path file, byte[] content) throws WrapException {
    Matcher statement = LIBRARY.matcher(LibraryReader.text(content) + "\n");
    if (!statement.find()) {
      throw new WrapException(
          ("A module-definitions file must name its library. %s does not. Add a line such as"
                  + " LIBRARY"
                  + " \"zipioproc\".")
              .formatted(file));
    }
    return statement.group(1).toLowerCase(Locale.ROOT);
  }

  Optional<Definitions> of(String library) {
    return Optional.ofNullable(files.get(library));
  }
}
