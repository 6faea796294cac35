package org.ioproc.internal.transport;

import java.nio.ByteBuffer;

/** The one place where addresses become memory that Java can use, and back. */
public interface NativeMemory {

  /**
   * A view of memory that somebody else owns. Making it touches nothing; using it after the owner
   * has freed the memory ends the process.
   *
   * @param address where it begins; not 0
   * @param length its length in bytes
   * @return a direct buffer over it, in native byte order
   */
  ByteBuffer view(long address, int length);

  /**
   * Where a direct buffer's memory begins, whatever its position.
   *
   * @param direct a direct buffer; it must outlive the use of the address
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
