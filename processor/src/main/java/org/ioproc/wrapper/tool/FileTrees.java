package org.ioproc.wrapper.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds and deletes folders. */
final class FileTrees {

  private FileTrees() {}

  /** Returns the folders between a folder and a file in it, the innermost first. */
  static List<Path> parents(Path folder, String name) {
    List<Path> parents = new ArrayList<>();
    for (int end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
      parents.add(folder.resolve(name.substring(0, end)));
    }
    return parents;
  }

  /** Deletes a temporary folder, as far as other programs, such as virus scanners, permit. */
  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(FileTrees::deleteIfEmpty);
    } catch (IOException | UncheckedIOException failure) {
      deleteIfEmpty(folder);
    }
  }

  /** Deletes a file or an empty folder. Returns whether that was possible. */
  static boolean deleteIfEmpty(Path path) {
    try {
      Files.delete(path);
      return true;
    } catch (IOException needed) {
      return false;
    }
  }
}
