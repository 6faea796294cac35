package org.ioproc.samples.remote;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Medians of what takes turns in each round, so that other work on the machine slows all. */
final class Turns {

  private Turns() {}

  /** Work that returns its times in ms; the same number each time. */
  interface Timed {
    double[] run() throws Exception;
  }

  /** What is timed. */
  interface Work {
    void run() throws Exception;
  }

  static double milliseconds(Work work) throws Exception {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e6;
  }

  /** Returns the medians of each work's times. The first rounds only warm up. */
  static Map<String, double[]> medians(int warmUp, int rounds, Map<String, Timed> works)
      throws Exception {
    Map<String, double[][]> times = new LinkedHashMap<>();
    for (int round = -warmUp; round < rounds; round++) {
      for (Map.Entry<String, Timed> work : works.entrySet()) {
        double[] found = work.getValue().run();
        if (round >= 0) {
          times.computeIfAbsent(work.getKey(), name -> new double[rounds][])[round] = found;
        }
      }
    }
    Map<String, double[]> medians = new LinkedHashMap<>();
    times.forEach((name, all) -> medians.put(name, medians(all)));
    return medians;
  }

  private static double[] medians(double[][] rounds) {
    double[] medians = new double[rounds[0].length];
    for (int i = 0; i < medians.length; i++) {
      int column = i;
      medians[i] = median(Arrays.stream(rounds).mapToDouble(round -> round[column]).toArray());
    }
    return medians;
  }

  static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
