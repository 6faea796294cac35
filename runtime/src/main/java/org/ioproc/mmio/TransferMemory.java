package org.ioproc.mmio;

import java.nio.ByteBuffer;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Memory with an address, for bytes on their way. A direct buffer is used where it is; bytes of one
 * on the heap are copied through one that is kept.
 */
final class TransferMemory {

  private static final int LARGEST = 64 * 1024;

  private @Nullable ByteBuffer copy;
  private @Nullable ByteBuffer last;
  private long lastAddress;

  /** What a program gives for good: its part from the position to the limit. */
  static ByteBuffer own(ByteBuffer memory) {
    if (!memory.isDirect() || memory.isReadOnly()) {
      throw new IllegalArgumentException(
          "A file's memory is direct and can be written; this buffer is not: " + memory + ".");
    }
    return memory.slice();
  }

  /** A direct buffer's address, at its position. The buffer must stay reachable. */
  @SuppressWarnings("ReferenceEquality") // Equal buffers lie at different addresses.
  long address(ByteBuffer direct) {
    if (last != direct) {
      lastAddress = Transport.current().memory().address(direct);
      last = direct;
    }
    return lastAddress + direct.position();
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
