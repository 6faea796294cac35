package org.ioproc.glue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A part of a program's memory as handlers see it, while they may. They get the memory itself or,
 * to find those that keep it, a copy that becomes worthless when they return.
 */
final class CallerBuffer {

  private static final byte POISON = (byte) 0xDB;

  private final long address;
  private final ByteBuffer memory;
  private final @Nullable ByteBuffer copy;
  private @Nullable ByteBuffer readOnly;

  /** What the copy held when it was last the same as the memory. */
  private @Nullable ByteBuffer before;

  private boolean lent = true;

  CallerBuffer(long address, int count, boolean copies) {
    this.address = address;
    this.memory = Transport.current().memory().view(address, count);
    this.copy = copies ? ByteBuffer.allocateDirect(count) : null;
  }

  /** Lends it again if it covers exactly this memory and is not lent now. */
  boolean lendAgain(long otherAddress, int count) {
    if (lent || address != otherAddress || memory.capacity() != count) {
      return false;
    }
    lent = true;
    return true;
  }

  boolean begins(long otherAddress, int count) {
    return address == otherAddress && memory.capacity() >= count;
  }

  /** For a handler that fills it. */
  ByteBuffer toFill() {
    return reset(copy == null ? memory : copy);
  }

  /** Gives the program what a handler has put into its buffer. */
  void filled(int count) {
    if (copy != null) {
      memory.put(0, copy, 0, count);
    }
  }

  /** For a handler that reads it. */
  ByteBuffer toTake() {
    ByteBuffer buffer = readOnly;
    if (buffer == null) {
      if (copy != null) {
        copy.put(0, memory, 0, memory.capacity());
      }
      buffer = (copy == null ? memory : copy).asReadOnlyBuffer();
      readOnly = buffer;
    }
    return reset(buffer);
  }

  /** For a handler that does as it likes with its beginning, or with all of it. */
  ByteBuffer toExchange(int count) {
    if (copy != null && before == null) {
      copy.put(0, memory, 0, memory.capacity());
      before = ByteBuffer.allocate(copy.capacity()).put(0, copy, 0, copy.capacity());
    }
    return reset((copy == null ? memory : copy).slice(0, count));
  }

  /** Gives the program what a handler has changed. What it has not may be read-only memory. */
  void exchanged() {
    ByteBuffer old = before;
    for (int i = 0; copy != null && old != null && i < copy.capacity(); i++) {
      byte now = copy.get(i);
      if (now != old.get(i)) {
        memory.put(i, now);
        old.put(i, now);
      }
    }
  }

  /** Ends the handler's use of it. */
  void takeBack() {
    lent = false;
    for (int i = 0; copy != null && i < copy.capacity(); i++) {
      copy.put(i, POISON);
    }
  }

  /** Whether a handler has written to it since it was taken back. */
  boolean wasWritten() {
    if (copy == null || copy.capacity() == 0) {
      return false;
    }
    int rest = copy.capacity() - 1;
    return copy.get(0) != POISON || copy.slice(0, rest).mismatch(copy.slice(1, rest)) >= 0;
  }

  private static ByteBuffer reset(ByteBuffer buffer) {
    return buffer.clear().order(ByteOrder.LITTLE_ENDIAN);
  }
}
