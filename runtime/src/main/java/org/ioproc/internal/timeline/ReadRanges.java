package org.ioproc.internal.timeline;

import java.util.Map;
import java.util.TreeMap;

/** The parts of a file that were read. */
final class ReadRanges {

  /** The most separate parts that are kept. What is read beyond them counts as read once. */
  static final int MOST = 4096;

  /** The ends of the parts by their starts. No two parts touch. */
  private final TreeMap<Long, Long> ends = new TreeMap<>();

  private boolean isFull;

  /**
   * Adds a part.
   *
   * @return how many of its bytes had been added before
   */
  long add(long start, long end) {
    if (start >= end) {
      return 0;
    }
    long again = 0;
    long joinedStart = start;
    long joinedEnd = end;
    Map.Entry<Long, Long> part = ends.floorEntry(end);
    while (part != null && part.getValue() >= start) {
      again += Math.max(0, Math.min(end, part.getValue()) - Math.max(start, part.getKey()));
      joinedStart = Math.min(joinedStart, part.getKey());
      joinedEnd = Math.max(joinedEnd, part.getValue());
      ends.remove(part.getKey());
      part = ends.floorEntry(end);
    }
    if (ends.size() < MOST) {
      ends.put(joinedStart, joinedEnd);
    } else {
      isFull = true;
    }
    return again;
  }

  /** Returns whether a part was not kept. */
  boolean isFull() {
    return isFull;
  }
}
