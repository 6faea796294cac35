package org.ioproc.internal.transport;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lends memory of direct buffers to native code. Java frees such memory when its buffer becomes
 * unreachable, which an address does not prevent. The buffer must therefore be held until the
 * native call returns. This class lends addresses for one call and holds the buffer meanwhile. A
 * test lists the few other classes that may take addresses.
 */
public final class Held {

  private final ByteBuffer memory;
  private final long address;

  /** Holds the memory of a direct buffer, from its beginning, regardless of its position. */
  public Held(ByteBuffer direct) {
    this.memory = direct;
    this.address = Transport.current().memory().address(direct);
  }

  /**
   * Lends the address of a buffer's memory for one call.
   *
   * @param direct the buffer; null for a null pointer
   * @param call uses the address, and must not keep it
   * @return the call's result
   */
  public static long call(@Nullable ByteBuffer direct, LongUnaryOperator call) {
    try {
      return call.applyAsLong(direct == null ? 0 : Transport.current().memory().address(direct));
    } finally {
      Reference.reachabilityFence(direct);
    }
  }

  /** Returns whether this is the memory of the buffer itself, not of an equal one. */
  @SuppressWarnings("ReferenceEquality") // Equal buffers lie at different addresses.
  public boolean isOf(ByteBuffer direct) {
    return memory == direct;
  }

  /**
   * Lends the address of a part of the memory. Unlike a {@link LongUnaryOperator}, the call
   * allocates nothing.
   *
   * @param call transfers the bytes
   * @param target the object to call it on
   * @param handle the file's handle
   * @param start the part's offset in bytes
   * @param count the part's size in bytes
   * @return the call's result
   */
  public <T> int transfer(Transfer<T> call, T target, long handle, int start, int count) {
    try {
      return call.transfer(target, handle, address + start, count);
    } finally {
      Reference.reachabilityFence(memory);
    }
  }

  /** Transfers bytes between a file and memory. */
  @FunctionalInterface
  public interface Transfer<T> {

    /** Calls {@code mmioRead} or {@code mmioWrite} on the target. */
    int transfer(T target, long handle, long address, int count);
  }
}
