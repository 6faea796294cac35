package org.ioproc.wrapper.tool;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ioproc.wrapper.tool.jar.InputException;
import org.ioproc.wrapper.tool.jar.Jar;

/** The jars of a class path, all in one folder: no two may have the same name. */
final class JarFolder {

  /** By their names, which Windows compares without regard to case. */
  private final SortedMap<String, Jar> jars = new TreeMap<>();

  private JarFolder() {}

  static JarFolder of(List<Jar> classPath) throws WrapException, InputException {
    JarFolder folder = new JarFolder();
    for (Jar jar : classPath) {
      Jar other = folder.jars.putIfAbsent(jar.fileName().toLowerCase(Locale.ROOT), jar);
      if (other != null && !jar.isCopyOf(other)) {
        throw new WrapException(
            ("Jars in one folder must have different names. %s and %s have the same. Rename"
                    + " or leave out one.")
                .formatted(other.path(), jar.path()));
      }
    }
    return folder;
  }

  /** Returns the jars as files in a folder. */
  SortedMap<String, Content> files(String folder) {
    SortedMap<String, Content> files = new TreeMap<>();
    jars.values().forEach(jar -> files.put(folder + jar.fileName(), jar::copyTo));
    return files;
  }
}
