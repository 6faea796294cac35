package org.ioproc.samples.remote;

import java.time.Duration;

/** The moment at which a program has waited long enough. All tries of a read share one. */
final class Deadline {

  private final Duration limit;
  private final long end;

  private Deadline(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  static Deadline in(Duration limit) {
    return new Deadline(limit);
  }

  /** Returns the milliseconds that are left; 0 if none are. */
  long remaining() {
    return Math.max(0, (end - System.nanoTime() + 999_999) / 1_000_000);
  }

  boolean isOver() {
    return remaining() == 0;
  }

  Duration limit() {
    return limit;
  }
}
