package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DEFAULTBUFFER;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.NativeMemory;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a file's buffer. It belongs to the program if the program passed an address, and
 * otherwise to the manager, which allocates it.
 *
 * @param address where it begins; 0 if there is none
 * @param bytes the memory; empty if it cannot serve as a buffer
 * @param isAllocated whether it belongs to the manager
 */
record BufferMemory(long address, ByteBuffer bytes, boolean isAllocated) {

  private static final BufferMemory NONE = new BufferMemory(0, ByteBuffer.allocateDirect(0), false);

  /**
   * Returns the memory that a program requests from {@code mmioOpen}. With MMIO_ALLOCBUF alone, it
   * has the default size. The program's own memory has the size that the program says.
   *
   * @throws MmioException if there is not enough memory
   */
  static BufferMemory forOpening(@Nullable MmioInfo passed, int flags) throws MmioException {
    long address = passed == null ? 0 : passed.buffer();
    int bytes = passed == null ? 0 : passed.bufferLength();
    boolean isDefault = address == 0 && bytes == 0 && (flags & MMIO_ALLOCBUF) != 0;
    return of(address, isDefault ? MMIO_DEFAULTBUFFER : bytes);
  }

  /**
   * Returns the program's memory, or allocates some if the address is 0.
   *
   * @param bytes the size, which mmio declares as signed; a negative one is too large
   * @throws MmioException if there is not enough memory
   */
  static BufferMemory of(long address, int bytes) throws MmioException {
    if (bytes < 0 || (address != 0 && bytes > NativeMemory.LARGEST_VIEW)) {
      throw tooLarge(bytes, null);
    }
    NativeMemory memory = Transport.current().memory();
    if (address != 0) {
      return new BufferMemory(address, memory.view(address, bytes), false);
    }
    if (bytes == 0) {
      return NONE;
    }
    try {
      ByteBuffer allocated = ByteBuffer.allocateDirect(bytes);
      return new BufferMemory(memory.address(allocated), allocated, true);
    } catch (OutOfMemoryError full) {
      throw tooLarge(bytes, full);
    }
  }

  private static MmioException tooLarge(int bytes, @Nullable Throwable cause) {
    return new MmioException(
        MmioError.OUT_OF_MEMORY,
        "There is not enough memory for a buffer of " + Integer.toUnsignedLong(bytes) + " bytes.",
        cause);
  }

  int size() {
    return bytes.capacity();
  }

  boolean isEmpty() {
    return bytes.capacity() == 0;
  }
}
