package org.ioproc.internal.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Maps times to places from left to right. A long stretch in which no message begins or ends, such
 * as a slow opening or a pause of the program, is shortened, so that the rest can be seen.
 */
final class TimeAxis {

  /** A stretch is shortened if it is longer than this share of the time. */
  private static final double LONG = 0.3;

  /** The share of the picture that a shortened stretch keeps. */
  private static final double KEPT = 0.035;

  private static final int MOST_BREAKS = 3;

  private final double left;
  private final double right;
  private final long begin;
  private final long end;
  private final List<Break> breaks = new ArrayList<>();
  private final double scale;
  private final long step;

  /**
   * A stretch that is shortened.
   *
   * @param begin when it begins
   * @param end when it ends
   */
  record Break(long begin, long end) {

    long duration() {
      return end - begin;
    }
  }

  /**
   * Creates an axis.
   *
   * @param moments when messages begin and end
   */
  TimeAxis(LongStream moments, double left, double right) {
    this.left = left;
    this.right = right;
    long[] sorted = moments.sorted().toArray();
    this.begin = sorted.length == 0 ? 0 : sorted[0];
    this.end = sorted.length == 0 ? 1 : Math.max(begin + 1, sorted[sorted.length - 1]);
    List<Break> stretches = new ArrayList<>();
    for (int i = 1; i < sorted.length; i++) {
      stretches.add(new Break(sorted[i - 1], sorted[i]));
    }
    stretches.sort((one, other) -> Long.compare(other.duration(), one.duration()));
    shorten(stretches);
    breaks.sort((one, other) -> Long.compare(one.begin(), other.begin()));
    this.scale = scaled();
    this.step = roundStep();
  }

  /** Shortens the longest stretch, and others that are long compared with what is left. */
  private void shorten(List<Break> longestFirst) {
    long remaining = end - begin;
    for (Break stretch : longestFirst) {
      boolean isLong = stretch.duration() > LONG * remaining && stretch.duration() < remaining;
      if (!isLong || breaks.size() == MOST_BREAKS) {
        return;
      }
      breaks.add(stretch);
      remaining -= stretch.duration();
    }
  }

  double at(long moment) {
    double kept = KEPT * (right - left);
    double place = left;
    long from = begin;
    for (Break each : breaks) {
      if (moment <= each.begin()) {
        break;
      }
      place += (each.begin() - from) * scale;
      if (moment < each.end()) {
        return place + kept * (moment - each.begin()) / each.duration();
      }
      place += kept;
      from = each.end();
    }
    return place + (moment - from) * scale;
  }

  /** Returns how many pixels a nanosecond has outside the breaks. */
  private double scaled() {
    long shown = end - begin - breaks.stream().mapToLong(Break::duration).sum();
    return (right - left) * (1 - KEPT * breaks.size()) / Math.max(1, shown);
  }

  /** Returns about ten moments at round distances from the beginning, but none in a break. */
  List<Long> ticks() {
    List<Long> ticks = new ArrayList<>();
    for (long moment = begin; moment <= end; moment = afterBreaks(moment + step)) {
      ticks.add(moment);
    }
    return ticks;
  }

  /**
   * Returns the moment, or the first one after its break that is a number of steps from the
   * beginning. Does not go step by step: a break can be as long as billions of steps.
   */
  private long afterBreaks(long moment) {
    long after = moment;
    for (Break each : breaks) {
      if (each.begin() < after && after < each.end()) {
        after += (each.end() - after + step - 1) / step * step;
      }
    }
    return after;
  }

  /** Returns 1, 2 or 5 times a power of ten nanoseconds. */
  private long roundStep() {
    double wanted = (right - left) / 10 / scale;
    long power = 1;
    while (power * 10 <= wanted) {
      power *= 10;
    }
    return wanted <= power
        ? power
        : wanted <= 2 * power ? 2 * power : wanted <= 5 * power ? 5 * power : 10 * power;
  }

  /** Returns the time since the beginning as a label, in the same unit as the others. */
  String label(long moment) {
    return Units.tick(moment - begin, step);
  }

  List<Break> breaks() {
    return breaks;
  }

  long begin() {
    return begin;
  }

  long end() {
    return end;
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }
}
