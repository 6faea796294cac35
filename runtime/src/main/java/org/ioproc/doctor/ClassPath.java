package org.ioproc.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.ioproc.internal.text.Printable;

/**
 * The jars and folders on the class path.
 *
 * @param places those that exist and can be read
 * @param problems what is wrong with the others
 */
record ClassPath(List<Path> places, List<String> problems) {

  static ClassPath ofThisProcess() {
    return of(System.getProperty("java.class.path", ""));
  }

  static ClassPath of(String text) {
    ClassPath classPath = new ClassPath(new ArrayList<>(), new ArrayList<>());
    for (String place : text.split(File.pathSeparator, -1)) {
      if (!place.isEmpty()) {
        classPath.add(place);
      }
    }
    return classPath;
  }

  private void add(String place) {
    try {
      Path path = Path.of(place);
      if (isUsable(path)) {
        places.add(path);
      }
    } catch (InvalidPathException invalid) {
      problems.add("The class path names " + place + ", which is not a path.");
    }
  }

  /** Build tools name folders that they have not created, which is harmless. */
  private boolean isUsable(Path path) {
    if (Files.isDirectory(path)) {
      return true;
    }
    if (Files.exists(path)) {
      return opens(path);
    }
    if (path.toString().endsWith(".jar")) {
      problems.add("The class path names " + path + ", which does not exist.");
    }
    return false;
  }

  private boolean opens(Path jar) {
    try {
      new ZipFile(jar.toFile()).close();
      return true;
    } catch (IOException damaged) {
      problems.add(
          "Java finds no classes in "
              + jar
              + ", because it cannot read the file ("
              + Printable.text(damaged)
              + "). Copy or build the jar again.");
      return false;
    }
  }
}
