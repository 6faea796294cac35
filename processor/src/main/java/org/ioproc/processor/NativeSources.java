package org.ioproc.processor;

import java.util.SortedMap;
import java.util.TreeMap;

/** The texts of a native wrapper's files. */
final class NativeSources {

  private NativeSources() {}

  static SortedMap<String, String> of(NativeLibrary library) {
    StringBuilder exports = new StringBuilder();
    library.procedures().stream()
        .map(NativeProcedure::exportName)
        .sorted()
        .forEach(name -> exports.append("  ").append(name).append('\n'));
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(library.name() + ".def", "LIBRARY " + library.name() + "\nEXPORTS\n" + exports);
    return texts;
  }
}
