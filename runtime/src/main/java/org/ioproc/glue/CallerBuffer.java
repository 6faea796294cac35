package org.ioproc.glue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A part of a program's memory that is lent to a handler. The handler gets a view of the memory. To
 * find handlers that keep their buffers, it gets a copy, which is overwritten when it returns.
 */
final class CallerBuffer {

  private static final byte POISON = (byte) 0xDB;

  private final long address;
  private final ByteBuffer memory;
  private final @Nullable ByteBuffer copy;
  private @Nullable ByteBuffer readOnly;

  /** The content of the copy and of the memory when they were last the same. */
  private @Nullable ByteBuffer before;

  private boolean lent = true;

  CallerBuffer(long address, int count, boolean copies) {
    this.address = address;
    this.memory = Transport.current().memory().view(address, count);
    this.copy = copies ? ByteBuffer.allocateDirect(count) : null;
  }

  /** Lends this buffer again if it covers exactly this memory and is not lent now. */
  boolean lendAgain(long otherAddress, int count) {
    if (lent || address != otherAddress || memory.capacity() != count) {
      return false;
    }
    lent = true;
    return true;
  }

  /** Returns whether the buffer begins at an address and has at least a number of bytes. */
  boolean begins(long otherAddress, int count) {
    return address == otherAddress && memory.capacity() >= count;
  }

  /** Returns a view or copy that a handler reads a file into. */
  ByteBuffer forRead() {
    return reset(copy == null ? memory : copy);
  }

  /** Copies to the program what a handler has read into a copy. */
  void returnRead(int count) {
    if (copy != null) {
      memory.put(0, copy, 0, count);
    }
  }

  /** Returns a read-only view or copy that a handler writes to a file. */
  ByteBuffer forWrite() {
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

  /** Returns a view or copy of the first bytes, which a handler of a message may change. */
  ByteBuffer forMessage(int count) {
    if (copy != null && before == null) {
      copy.put(0, memory, 0, memory.capacity());
      before = ByteBuffer.allocate(copy.capacity()).put(0, copy, 0, copy.capacity());
    }
    return reset((copy == null ? memory : copy).slice(0, count));
  }

  /** Copies only the changed bytes to the program, since the others may be in read-only memory. */
  void returnChanges() {
    ByteBuffer old = before;
    for (int i = 0; copy != null && old != null && i < copy.capacity(); i++) {
      byte now = copy.get(i);
      if (now != old.get(i)) {
        memory.put(i, now);
        old.put(i, now);
      }
    }
  }

  /** Ends the handler's use of the buffer. */
  void revoke() {
    lent = false;
    for (int i = 0; copy != null && i < copy.capacity(); i++) {
      copy.put(i, POISON);
    }
  }

  /** Returns whether a handler has written to the copy after it was revoked. */
  boolean wasWrittenLate() {
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
