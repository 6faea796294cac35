package org.ioproc.mmio;

import java.nio.ByteBuffer;
import org.ioproc.internal.transport.Held;
import org.jspecify.annotations.Nullable;

/**
 * The memory that mmio reads from and writes to. A direct buffer is itself such memory. The bytes
 * of a heap buffer go through a direct buffer, which is kept for the next call.
 */
final class TransferMemory {

  /** The most bytes of a heap buffer that are transferred at once. */
  static final int LARGEST = 64 * 1024;

  private @Nullable ByteBuffer copy;
  private @Nullable Held last;

  /** Checks memory that a file is to keep, and returns its part from the position to the limit. */
  static ByteBuffer checked(ByteBuffer memory) {
    if (!memory.isDirect() || memory.isReadOnly()) {
      throw new IllegalArgumentException(
          "A file's memory must be a direct buffer that is not read-only; this is "
              + memory
              + ". Use ByteBuffer.allocateDirect.");
    }
    return memory.slice();
  }

  /** Holds a direct buffer for a call. */
  Held held(ByteBuffer direct) {
    Held held = last;
    if (held == null || !held.isOf(direct)) {
      held = new Held(direct);
      last = held;
    }
    return held;
  }

  /**
   * Returns a direct buffer for a heap buffer's next bytes; it may have room for only some of them.
   */
  ByteBuffer copy(int bytes) {
    ByteBuffer kept = copy;
    if (kept == null || kept.capacity() < Math.min(bytes, LARGEST)) {
      kept = ByteBuffer.allocateDirect(Math.min(bytes, LARGEST));
      copy = kept;
    }
    return kept.clear().limit(Math.min(bytes, kept.capacity()));
  }
}
