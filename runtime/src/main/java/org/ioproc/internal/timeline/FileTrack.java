package org.ioproc.internal.timeline;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_READ;

import java.util.ArrayList;
import java.util.List;
import org.ioproc.TracedMessage;
import org.jspecify.annotations.Nullable;

/** The messages of one open file, or all those that belong to no open file. */
final class FileTrack {

  private final String name;
  private final Counts counts = new Counts();
  private List<Mark> marks = new ArrayList<>();
  private @Nullable ReadRanges ranges = new ReadRanges();
  private boolean isExact = true;

  FileTrack(String name) {
    this.name = name;
  }

  /**
   * Adds a message.
   *
   * @param begin when it arrived
   * @return how many of the bytes that it read had been read before
   */
  long add(TracedMessage message, long begin) {
    long again = readAgain(message);
    counts.add(message, again);
    Kind kind = message.number() == 0 ? Kind.withoutFile(message) : Kind.of(message, again);
    marks.add(Mark.of(message, kind, begin));
    if (message.message() == MMIOM_CLOSE) {
      ranges = null; // No more of this file is read.
    }
    return again;
  }

  private long readAgain(TracedMessage message) {
    if (message.message() != MMIOM_READ || message.failure() != null || ranges == null) {
      return 0;
    }
    long again = ranges.add(message.position(), message.positionAfter());
    isExact &= !ranges.isFull();
    return again;
  }

  /** Joins marks of the same kind that begin within a span of time. */
  void thin(long span) {
    marks = Thinning.of(marks, span);
  }

  String name() {
    return name;
  }

  Counts counts() {
    return counts;
  }

  List<Mark> marks() {
    return marks;
  }

  /** Returns whether all bytes that were read again are counted. */
  boolean isExact() {
    return isExact;
  }

  /** Returns the highest position that a message reached. */
  long highest() {
    return marks.stream().mapToLong(Mark::high).max().orElse(0);
  }
}
