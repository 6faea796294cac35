package org.ioproc.glue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.ioproc.internal.transport.NativeMemory;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Lends handlers the memory that a program reads into, writes from and sends with its messages.
 * Views are kept, because programs use the same few buffers repeatedly. Views of copies are not
 * kept, because every thread has its own copy. A view is only as long as the message's count, so
 * that even {@code clear()} gives a handler no other memory.
 *
 * <p>With {@code -Dorg.ioproc.check=true}, a handler gets a copy that is overwritten when it
 * returns. A handler that keeps its buffer, or a slice of it, then reads garbage. If it writes, a
 * later message fails.
 */
final class CallerBuffers {

  private static final int KEPT = 4;

  /** Limits copies, because a program may ask for 2^31-1 bytes of a small file. */
  private static final int LARGEST_COPY = 1 << 20;

  /** The number of revoked copies that are checked for late writes. */
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

  /** Returns how many of a message's bytes a handler gets at once. */
  int piece(int count) {
    return Math.min(count, check ? LARGEST_COPY : NativeMemory.LARGEST_VIEW);
  }

  /** Lends a part of the program's memory to a handler, until it is revoked. */
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
    if (!Transport.current().memory().isCopy(address)) {
      kept[oldest] = buffer;
      oldest = (oldest + 1) % KEPT;
    }
    return buffer;
  }

  /** Ends a handler's use of a buffer. */
  void revoke(CallerBuffer buffer) {
    buffer.revoke();
    if (watched != null) {
      watched.add(buffer);
      if (watched.size() > WATCHED) {
        watched.remove();
      }
    }
  }

  /** Throws an exception if a handler wrote to a buffer after it was revoked. */
  void check() {
    if (wasWrittenLate()) {
      throw new IllegalStateException(
          "A handler's buffer is valid only during its call; a handler wrote to one later. Copy"
              + " the bytes that are needed later.");
    }
  }

  /** Returns whether a handler wrote late, and forgets the buffers that it wrote to. */
  private boolean wasWrittenLate() {
    if (watched == null) {
      return false;
    }
    int count = watched.size();
    for (Iterator<CallerBuffer> buffers = watched.iterator(); buffers.hasNext(); ) {
      if (buffers.next().wasWrittenLate()) {
        buffers.remove();
      }
    }
    return watched.size() < count;
  }
}
