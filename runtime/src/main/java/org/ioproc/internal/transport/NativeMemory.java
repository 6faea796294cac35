package org.ioproc.internal.transport;

import java.nio.ByteBuffer;

/** Converts addresses to memory that Java can use, and back. */
public interface NativeMemory {

  /** The longest view that the foreign memory API can create, in bytes. */
  int LARGEST_VIEW = Integer.MAX_VALUE - 8;

  /**
   * Returns a view of memory that other code owns. Creating it does not touch the memory. Using it
   * after the owner has freed the memory may end the process.
   *
   * @param address where the memory begins; not 0
   * @param length its length in bytes; reduced to {@link #LARGEST_VIEW} if it is larger
   * @return a direct buffer over the memory, in native byte order
   */
  ByteBuffer view(long address, int length);

  /**
   * Returns the address of a direct buffer's memory, regardless of the buffer's position. The
   * caller must hold the buffer as long as the address is used. Most code must use {@link Held}
   * instead.
   *
   * @param direct a direct buffer
   * @return its address
   */
  long address(ByteBuffer direct);

  /**
   * Returns whether memory is a copy of that of a program in another process. Pointers in it must
   * not be followed. A view of it must not be kept, or it would keep the memory.
   *
   * @param address any address
   */
  default boolean isCopy(long address) {
    return false;
  }

  /**
   * Returns the size of a pointer, which is also that of {@code LPARAM} and {@code LRESULT}.
   *
   * @return 4 or 8 bytes
   */
  int pointerSize();
}
