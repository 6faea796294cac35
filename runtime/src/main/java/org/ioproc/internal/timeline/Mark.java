package org.ioproc.internal.timeline;

import org.ioproc.TracedMessage;

/**
 * One message in a picture, or several of the same kind that lie close together.
 *
 * @param kind what they do
 * @param begin when the first arrived, in nanoseconds
 * @param end when the last was answered
 * @param from the file's position before the first
 * @param to the position after the last
 * @param low the lowest of all their positions
 * @param high the highest
 * @param count the number of messages
 * @param busy how long the procedure worked on them, in nanoseconds
 * @param isOneLine whether each begins at the position where the one before it ended
 */
record Mark(
    Kind kind,
    long begin,
    long end,
    long from,
    long to,
    long low,
    long high,
    long count,
    long busy,
    boolean isOneLine) {

  /** The highest number of nanoseconds or bytes that is drawn. */
  static final long MOST = 1L << 60;

  static Mark of(TracedMessage message, Kind kind, long begin) {
    long from = bounded(message.position());
    long to = bounded(message.positionAfter());
    long busy = bounded(message.duration());
    long low = Math.min(from, to);
    long high = Math.max(from, to);
    return new Mark(kind, begin, begin + busy, from, to, low, high, 1, busy, true);
  }

  /** Returns a number that can be added to others, whatever a message says. */
  private static long bounded(long number) {
    return Math.max(0, Math.min(number, MOST));
  }

  Mark with(Mark next) {
    return new Mark(
        kind,
        Math.min(begin, next.begin),
        Math.max(end, next.end),
        from,
        next.to,
        Math.min(low, next.low),
        Math.max(high, next.high),
        count + next.count,
        busy + next.busy,
        isOneLine && next.isOneLine && to == next.from);
  }
}
