package org.ioproc.mmio;

import java.nio.ByteBuffer;
import org.ioproc.internal.transport.Held;
import org.jspecify.annotations.Nullable;

/**
 * Memory with an address, for bytes on their way. A direct buffer is used where it is; bytes of one
 * on the heap are copied through one that is kept.
 */
final class TransferMemory {

  private static final int LARGEST = 64 * 1024;

  private @Nullable ByteBuffer copy;
  private @Nullable Held last;

  /** What a program gives for good: its part from the position to the limit. */
  static ByteBuffer own(ByteBuffer memory) {
    if (!memory.isDirect() || memory.isReadOnly()) {
      throw new IllegalArgumentException(
          "A file's memory is direct and can be written; this buffer is not: " + memory + ".");
    }
    return memory.slice();
  }

  /** A direct buffer's memory. */
  Held held(ByteBuffer direct) {
    Held held = last;
    if (held == null || !held.isOf(direct)) {
      held = new Held(direct);
      last = held;
    }
    return held;
  }

  /** A direct buffer for up to so many bytes of one on the heap; it may be smaller. */
  ByteBuffer copy(int bytes) {
    ByteBuffer kept = copy;
    if (kept == null || kept.capacity() < Math.min(bytes, LARGEST)) {
      kept = ByteBuffer.allocateDirect(Math.min(bytes, LARGEST));
      copy = kept;
    }
    return kept.clear().limit(Math.min(bytes, kept.capacity()));
  }
}
