package org.ioproc.internal.transport;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Memory of Java's, lent to native code by its address. Java frees such memory once no code will
 * use its buffer again, and holding an address does not count as use. Whoever passes an address on
 * must hold the buffer until the call returns, so addresses are lent only here, for one call; a
 * test checks that no other class takes one.
 */
public final class Held {

  private final ByteBuffer memory;
  private final long address;

  /** A direct buffer's memory, from its beginning whatever the buffer's position. */
  public Held(ByteBuffer direct) {
    this.memory = direct;
    this.address = Transport.current().memory().address(direct);
  }

  /**
   * Lends the address of a buffer's memory for one call.
   *
   * @param direct the buffer; null for a null pointer
   * @param call what needs the address, and must not keep it
   * @return the call's result
   */
  public static long call(@Nullable ByteBuffer direct, LongUnaryOperator call) {
    try {
      return call.applyAsLong(direct == null ? 0 : Transport.current().memory().address(direct));
    } finally {
      Reference.reachabilityFence(direct);
    }
  }

  /** Whether this is the memory of a certain buffer, and not of an equal one. */
  @SuppressWarnings("ReferenceEquality") // Equal buffers lie at different addresses.
  public boolean isOf(ByteBuffer direct) {
    return memory == direct;
  }

  /**
   * Lends the address of a part of the memory. Unlike with a {@link LongUnaryOperator}, nothing is
   * allocated for the call.
   *
   * @param call moves the bytes
   * @param target what it is called on
   * @param handle the file's handle
   * @param start where the part begins
   * @param count the bytes of the part
   * @return the call's result
   */
  public <T> int transfer(Transfer<T> call, T target, long handle, int start, int count) {
    try {
      return call.transfer(target, handle, address + start, count);
    } finally {
      Reference.reachabilityFence(memory);
    }
  }

  /** Moves bytes between a file and memory. */
  @FunctionalInterface
  public interface Transfer<T> {

    /** {@code mmioRead} or {@code mmioWrite} of the target. */
    int transfer(T target, long handle, long address, int count);
  }
}
