package org.ioproc.glue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The buffers that a program reads into and writes from, as handlers see them. Programs use the
 * same few again and again, so their views are kept. A view is as long as the count, so a handler
 * that calls {@code clear()} still cannot leave the program's memory.
 *
 * <p>With {@code -Dorg.ioproc.check=true} handlers get a copy that is overwritten when they return:
 * one that keeps its buffer then reads nonsense, and is told of when it writes.
 */
final class CallerBuffers {

  private static final byte POISON = (byte) 0xDB;
  private static final int KEPT = 4;

  private final @Nullable CallerBuffer[] kept = new @Nullable CallerBuffer[KEPT];
  private final boolean check;
  private int oldest;
  private @Nullable ByteBuffer lent;

  CallerBuffers() {
    this(Boolean.getBoolean("org.ioproc.check"));
  }

  CallerBuffers(boolean check) {
    this.check = check;
  }

  /** A buffer for a handler to fill. */
  ByteBuffer toFill(long address, int count) {
    ByteBuffer view = reset(find(address, count).writable);
    return check ? lend(view) : view;
  }

  /** A buffer for a handler to read. */
  ByteBuffer toTake(long address, int count) {
    ByteBuffer view = reset(find(address, count).readOnly);
    return check ? reset(lend(view).put(view).asReadOnlyBuffer()) : view;
  }

  /** Gives the program what a handler has put into its buffer. */
  void filled(long address, int count, int filled) {
    ByteBuffer copy = lent;
    if (copy != null) {
      reset(find(address, count).writable).put(copy.duplicate().clear().limit(filled));
    }
  }

  /** Ends the handlers' use of the buffer they were lent last. */
  void takeBack() {
    ByteBuffer copy = lent;
    if (copy != null) {
      for (int i = 0; i < copy.capacity(); i++) {
        copy.put(i, POISON);
      }
    }
  }

  /** Fails if a handler wrote to a buffer that it no longer had. */
  void check() {
    ByteBuffer copy = lent;
    lent = null;
    for (int i = 0; copy != null && i < copy.capacity(); i++) {
      if (copy.get(i) != POISON) {
        throw new IllegalStateException(
            "A handler's buffer is valid during its call only; one was written to afterwards. Copy"
                + " what is needed later.");
      }
    }
  }

  private ByteBuffer lend(ByteBuffer view) {
    check();
    ByteBuffer copy = reset(ByteBuffer.allocateDirect(view.capacity()));
    lent = copy;
    return copy;
  }

  private CallerBuffer find(long address, int count) {
    for (CallerBuffer buffer : kept) {
      if (buffer != null && buffer.address == address && buffer.writable.capacity() == count) {
        return buffer;
      }
    }
    CallerBuffer buffer = new CallerBuffer(address, count);
    kept[oldest] = buffer;
    oldest = (oldest + 1) % KEPT;
    return buffer;
  }

  private static ByteBuffer reset(ByteBuffer buffer) {
    return buffer.clear().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static final class CallerBuffer {
    final long address;
    final ByteBuffer writable;
    final ByteBuffer readOnly;

    CallerBuffer(long address, int count) {
      this.address = address;
      this.writable = Transport.current().memory().view(address, count);
      this.readOnly = writable.asReadOnlyBuffer();
    }
  }
}
