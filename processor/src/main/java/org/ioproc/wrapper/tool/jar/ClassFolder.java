package org.ioproc.wrapper.tool.jar;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Packs a folder of classes as a jar, in the order of the names. */
final class ClassFolder {

  private ClassFolder() {}

  static byte[] pack(Path folder) throws InputException, IOException {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, Path> file : files(folder).entrySet()) {
      entries.add(Entry.stored(file.getKey(), Files.readAllBytes(file.getValue())));
    }
    return ZipWriter.write(entries);
  }

  private static Map<String, Path> files(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(
              file ->
                  files.put(
                      folder.relativize(file).toString().replace(File.separatorChar, '/'), file));
    }
    return files;
  }
}
