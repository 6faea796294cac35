package org.ioproc.wrapper.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ioproc.wrapper.InvalidFileException;
import org.ioproc.wrapper.ModuleDefinitionParser;
import org.ioproc.wrapper.tool.jar.Failures;

/** Module-definitions files outside the jar, by the libraries that they name. */
final class DefinitionFiles {

  private final Map<String, Definitions> files = new HashMap<>();

  /**
   * A file.
   *
   * @param place its path, for messages
   * @param content its bytes, as they are
   */
  record Definitions(String place, String text, Content content) {

    static Definitions of(String place, byte[] file) {
      return new Definitions(place, new String(file, StandardCharsets.UTF_8), Content.of(file));
    }
  }

  private DefinitionFiles() {}

  /**
   * Reads files.
   *
   * @param libraries the names that they may have
   * @param jar the jar with these libraries, for messages
   */
  static DefinitionFiles read(List<Path> paths, Collection<String> libraries, Path jar)
      throws WrapException, InvalidFileException {
    DefinitionFiles files = new DefinitionFiles();
    for (Path path : paths) {
      Definitions file = Definitions.of(path.toString(), bytes(path));
      String name = library(file);
      if (!libraries.contains(name)) {
        throw new WrapException(
            "LIBRARY must name a library of the jar. %s names %s, and %s has %s."
                .formatted(path, name, jar, String.join(", ", libraries)));
      }
      Definitions other = files.files.putIfAbsent(name, file);
      if (other != null) {
        throw new WrapException(
            "A library has one module-definitions file. %s and %s both name %s. Pass one of them."
                .formatted(other.place(), path, name));
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

  private static String library(Definitions file) throws WrapException, InvalidFileException {
    return ModuleDefinitionParser.library(file.place(), file.text())
        .orElseThrow(
            () ->
                new WrapException(
                    ("A module-definitions file must name its library. %s does not. Add a line such"
                            + " as LIBRARY \"zipioproc\".")
                        .formatted(file.place())));
  }

  Optional<Definitions> of(String library) {
    return Optional.ofNullable(files.get(library));
  }
}
