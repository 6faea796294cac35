package org.ioproc.internal.transport;

import java.nio.ByteBuffer;

/** The one place where addresses become memory that Java can use, and back. */
public interface NativeMemory {

  /** The longest view: the foreign memory API makes none that is longer. */
  int LARGEST_VIEW = Integer.MAX_VALUE - 8;

  /**
   * A view of memory that somebody else owns. Making it touches nothing; using it after the owner
   * has freed the memory ends the process.
   *
   * @param address where it begins; not 0
   * @param length its length in bytes; a longer one is cut to {@link #LARGEST_VIEW}
   * @return a direct buffer over it, in native byte order
   */
  ByteBuffer view(long address, int length);

  /**
   * Where a direct buffer's memory begins, whatever its position. {@link Held} is the way to it:
   * the buffer must be held as long as the address is used.
   *
   * @param direct a direct buffer
   * @return its address
   */
  long address(ByteBuffer direct);

  /**
   * The size of a pointer, and so of {@code LPARAM} and {@code LRESULT}.
   *
   * @return 4 or 8 bytes
   */
  int pointerSize();
}
