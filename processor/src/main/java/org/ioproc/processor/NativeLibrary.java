package org.ioproc.processor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A native wrapper.
 *
 * @param name of the DLL, without its extension
 * @param procedures what it exports, in the order of their names whatever order they come in
 */
record NativeLibrary(String name, List<NativeProcedure> procedures) {

  NativeLibrary {
    procedures =
        procedures.stream().sorted(Comparator.comparing(NativeProcedure::exportName)).toList();
  }

  /** What the library's status codes and include guard begin with. */
  String prefix() {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /**
   * The classes that the generated files come from, for their first comment.
   *
   * @param lineStart what each line begins with
   */
  String sources(String lineStart) {
    return procedures.stream()
        .map(NativeProcedure::sourceClass)
        .sorted()
        .collect(Collectors.joining("\n" + lineStart, lineStart, ""));
  }
}
