package org.ioproc.testing;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ioproc.internal.text.Printable;

/** The broken promises, each with its first case and the ways in which it was found. */
final class Findings {

  private final Map<Promise, Finding> findings = new LinkedHashMap<>();

  private record Finding(Promise promise, Unexpected unexpected, Set<Way> ways) {

    BrokenPromise report() {
      String where = ways.stream().map(Way::toString).collect(Collectors.joining(" and "));
      return new BrokenPromise(
          promise, Printable.of(unexpected.asked()), Printable.of(unexpected.came()), where);
    }
  }

  /** Returns a line for each broken promise, and how to repeat the reads at random. */
  static String text(List<BrokenPromise> broken, long seed) {
    return broken.stream()
        .map(BrokenPromise::toString)
        .collect(Collectors.joining("\n", "", "\nTo repeat this, add .seed(" + seed + "L)."));
  }

  void add(Promise promise, Unexpected unexpected, Way way) {
    findings
        .computeIfAbsent(
            promise, first -> new Finding(first, unexpected, EnumSet.noneOf(Way.class)))
        .ways()
        .add(way);
  }

  boolean has(Promise promise) {
    return findings.containsKey(promise);
  }

  List<BrokenPromise> toList() {
    return findings.values().stream().map(Finding::report).toList();
  }
}
