package org.ioproc.glue;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ioproc.internal.transport.NativeMemory;
import org.jspecify.annotations.Nullable;

/**
 * The memory that a program reads into, writes from and sends with its messages, as handlers see
 * it. Programs use the same few parts again and again, so their views are kept. A view is as long
 * as the count, so a handler that calls {@code clear()} still cannot leave the program's memory.
 *
 * <p>With {@code -Dorg.ioproc.check=true} handlers get a copy that is overwritten when they return:
 * one that keeps its buffer, or a slice of it, then reads nonsense, and a later message fails if it
 * writes.
 */
final class CallerBuffers {

  private static final int KEPT = 4;

  /** A program may ask for 2^31-1 bytes of a small file; so much is not copied. */
  private static final int LARGEST_COPY = 1 << 20;

  /** How many copies are looked at for what was written to them late. */
  private static final int WATCHED = 8;

  private final @Nullable CallerBuffer[] kept = new @Nullable CallerBuffer[KEPT];
  private final boolean check;
  private final @Nullable Deque<CallerBuffer> watched;
  private int oldest;

  CallerBuffers() {
    this(Boolean.getBoolean("org.ioproc.check"));
  }

  CallerBuffers(boolean check) {
    this.check = check;
    this.watched = check ? new ArrayDeque<>() : null;
  }

  /** How much of so many bytes a handler is to get at once. */
  int piece(int count) {
    return Math.min(count, check ? LARGEST_COPY : NativeMemory.LARGEST_VIEW);
  }

  /** Lends a part of the program's memory to a handler, until it is taken back. */
  CallerBuffer lend(long address, int count) {
    if (check) {
      check();
      return new CallerBuffer(address, count, true);
    }
    for (CallerBuffer buffer : kept) {
      if (buffer != null && buffer.lendAgain(address, count)) {
        return buffer;
      }
    }
    CallerBuffer buffer = new CallerBuffer(address, count, false);
    kept[oldest] = buffer;
    oldest = (oldest + 1) % KEPT;
    return buffer;
  }

  /** Ends a handler's use of what it was lent. */
  void takeBack(CallerBuffer buffer) {
    buffer.takeBack();
    if (watched != null) {
      watched.add(buffer);
      if (watched.size() > WATCHED) {
        watched.remove();
      }
    }
  }

  /** Fails if a handler wrote to a buffer that it no longer had. */
  void check() {
    if (watched != null && watched.removeIf(CallerBuffer::wasWritten)) {
      throw new IllegalStateException(
          "A handler's buffer is valid during its call only; one was written to afterwards. Copy"
              + " what is needed later.");
    }
  }
}
