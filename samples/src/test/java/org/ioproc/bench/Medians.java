package org.ioproc.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Measures pieces of work that take turns in each round, and keeps their medians, in ms. */
final class Medians {

  private final Map<String, Double> byName = new LinkedHashMap<>();

  private Medians() {}

  /** Runs each piece once to warm up, and then once per round. */
  static Medians of(int rounds, Map<String, Work> pieces) throws Exception {
    Map<String, double[]> times = new LinkedHashMap<>();
    for (Map.Entry<String, Work> piece : pieces.entrySet()) {
      piece.getValue().run();
      times.put(piece.getKey(), new double[rounds]);
    }
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Work> piece : pieces.entrySet()) {
        times.get(piece.getKey())[round] = milliseconds(piece.getValue());
      }
    }
    Medians medians = new Medians();
    times.forEach((name, all) -> medians.byName.put(name, median(all)));
    return medians;
  }

  static double milliseconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  static double median(double[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  double median(String name) {
    return byName.get(name);
  }

  void print() {
    byName.forEach((name, time) -> System.out.printf(Locale.ROOT, "%-56s %10.3f ms%n", name, time));
  }

  void printRatio(String name, String baseline) {
    System.out.printf(
        Locale.ROOT, "%10.2f = %s / %s%n", byName.get(name) / byName.get(baseline), name, baseline);
  }

  /** The work whose time is measured. */
  interface Work {
    void run() throws Exception;
  }
}
