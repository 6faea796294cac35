package org.ioproc.wrapper.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A DLL's exports in the orders of their names and of their ordinals. */
final class ExportTable {

  /** Windows searches the names by their bytes. */
  private static final Comparator<DllExport> BY_NAME =
      Comparator.comparing(export -> export.name().getBytes(UTF_8), Arrays::compareUnsigned);

  private final SortedMap<Integer, DllExport> byOrdinal = new TreeMap<>();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final List<DllExport> named;

  /**
   * Assigns the missing ordinals as linkers do: in the order of the names, each the lowest free
   * one.
   *
   * @throws IllegalArgumentException if two exports have the same name or ordinal
   */
  ExportTable(List<DllExport> exports) {
    checkNames(exports);
    exports.forEach(export -> export.ordinal().ifPresent(ordinal -> put(ordinal, export)));
    List<DllExport> sorted = exports.stream().sorted(BY_NAME).toList();
    sorted.stream()
        .filter(export -> export.ordinal().isEmpty())
        .forEach(export -> put(lowestFreeOrdinal(), export));
    named = sorted.stream().filter(export -> !export.isNameless()).toList();
  }

  private static void checkNames(List<DllExport> exports) {
    Set<String> names = new HashSet<>();
    for (DllExport export : exports) {
      if (!names.add(export.name())) {
        throw new IllegalArgumentException(export.name() + " is exported twice.");
      }
    }
  }

  private void put(int ordinal, DllExport export) {
    DllExport other = byOrdinal.putIfAbsent(ordinal, export);
    if (other != null) {
      throw new IllegalArgumentException(
          "%s and %s have the same ordinal, %d.".formatted(other.name(), export.name(), ordinal));
    }
    ordinals.put(export.name(), ordinal);
  }

  private int lowestFreeOrdinal() {
    int ordinal = 1;
    while (byOrdinal.containsKey(ordinal)) {
      ordinal++;
    }
    return ordinal;
  }

  /** Returns the exports that have names, in the order in which Windows searches them. */
  List<DllExport> named() {
    return named;
  }

  SortedMap<Integer, DllExport> byOrdinal() {
    return Collections.unmodifiableSortedMap(byOrdinal);
  }

  int ordinalOf(DllExport export) {
    return ordinals.getOrDefault(export.name(), 0);
  }
}
