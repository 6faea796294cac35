package org.ioproc.wrapper.tool;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ioproc.wrapper.tool.jar.Failures;

/** Reads class paths as the java command does. */
final class ClassPath {

  private static final String ALL = "*";

  private ClassPath() {}

  /**
   * Returns the jars and folders of a class path. An element that is {@code *} in a folder stands
   * for the folder's jars, in the order of their names.
   */
  static List<Path> parse(String text) throws UsageException, WrapException {
    List<Path> elements = new ArrayList<>();
    for (String element : text.split(File.pathSeparator, -1)) {
      if (isAll(element)) {
        String folder = element.substring(0, element.length() - ALL.length());
        elements.addAll(jars(CommandLine.path(folder)));
      } else if (!element.isEmpty()) {
        elements.add(CommandLine.path(element));
      }
    }
    return elements;
  }

  private static boolean isAll(String element) {
    return element.equals(ALL)
        || element.endsWith("/" + ALL)
        || element.endsWith(File.separator + ALL);
  }

  private static List<Path> jars(Path folder) throws WrapException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new WrapException(
          "The class path's folder %s could not be read: %s."
              .formatted(folder, Failures.reason(failure)),
          failure);
    }
  }
}
