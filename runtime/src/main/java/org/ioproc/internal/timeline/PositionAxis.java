package org.ioproc.internal.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps positions in a file to places from the bottom up.
 *
 * @param highest the highest position, at least 1
 * @param bottom the place of position 0
 * @param top the place of the highest position
 */
record PositionAxis(long highest, double bottom, double top) {

  private static final int MOST_TICKS = 5;

  double at(long position) {
    return bottom + (top - bottom) * position / highest;
  }

  /** Returns positions at steps that are powers of two. */
  List<Long> ticks() {
    long step = 1;
    while (highest / step >= MOST_TICKS) {
      step *= 2;
    }
    List<Long> ticks = new ArrayList<>();
    for (long each = 0; each <= highest; each += step) {
      ticks.add(each);
    }
    return ticks;
  }
}
