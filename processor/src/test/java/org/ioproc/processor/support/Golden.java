package org.ioproc.processor.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Expected files, beside their inputs. */
public final class Golden {

  public static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Reads an input of a golden case, for another test. */
  public static String input(String path) throws IOException {
    return Files.readString(FOLDER.resolve(path));
  }

  /**
   * Reads the files below a folder, by their paths. With {@code -Dgolden.update=true}, first
   * replaces them with the actual ones.
   */
  public static SortedMap<String, String> expected(Path folder, Map<String, String> actual)
      throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      update(folder, actual);
    }
    return read(folder);
  }

  public static SortedMap<String, String> read(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path file : files(folder)) {
      texts.put(Portable.name(folder, file), Files.readString(file));
    }
    return texts;
  }

  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void update(Path folder, Map<String, String> texts) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = folder.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
  }
}
