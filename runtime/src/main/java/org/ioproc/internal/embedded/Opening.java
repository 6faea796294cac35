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

/** Makes the file that MMIOM_OPEN is sent for: its {@code MMIOINFO} and its buffer. */
final class Opening {

  private Opening() {}

  /**
   * A file, not yet open.
   *
   * @param asked what the program gave to {@code mmioOpen}
   * @throws MmioException if there is no memory for the buffer
   */
  static ManagedFile prepare(Procedure procedure, @Nullable MmioInfo asked, int flags)
      throws MmioException {
    MmioInfo info = MmioInfo.allocate();
    info.fccIoProc(procedure.code()); // Microsoft: none of a procedure that is not installed.
    info.flags(flags);
    if (asked != null) {
      for (int i = 0; i < 3; i++) {
        info.info(i, asked.info(i));
      }
    }
    long buffer = asked == null ? 0 : asked.buffer();
    ByteBuffer memory = memory(buffer, bytes(buffer, flags, asked));
    if (memory != null) {
      info.flags(buffer == 0 ? flags | MMIO_ALLOCBUF : flags & ~MMIO_ALLOCBUF);
    }
    ManagedFile file = new ManagedFile(procedure, info, memory);
    showEmpty(info, buffer);
    return file;
  }

  /** The default is for new memory: the program's own is never longer than it says. */
  private static int bytes(long buffer, int flags, @Nullable MmioInfo asked) {
    int length = asked == null ? 0 : asked.bufferLength();
    boolean isDefault = buffer == 0 && length == 0 && (flags & MMIO_ALLOCBUF) != 0;
    return isDefault ? MMIO_DEFAULTBUFFER : length;
  }

  /**
   * The program's own memory, even of 0 bytes, or new memory if it gives none.
   *
   * @return null for no memory and 0 bytes
   * @throws MmioException if there is not so much: the size is unsigned
   */
  static @Nullable ByteBuffer memory(long address, int bytes) throws MmioException {
    if (bytes < 0 || (address != 0 && bytes > NativeMemory.LARGEST_VIEW)) {
      throw tooLarge(bytes, null);
    }
    if (address != 0) {
      return Transport.current().memory().view(address, bytes);
    }
    try {
      return bytes == 0 ? null : ByteBuffer.allocateDirect(bytes);
    } catch (OutOfMemoryError full) {
      throw tooLarge(bytes, full);
    }
  }

  private static MmioException tooLarge(int bytes, @Nullable Throwable cause) {
    return new MmioException(
        MmioError.OUT_OF_MEMORY,
        "There is no memory for a buffer of " + Integer.toUnsignedLong(bytes) + " bytes.",
        cause);
  }

  /** Shows memory of 0 bytes, which cannot serve as a buffer, where the program gave it. */
  static void showEmpty(MmioInfo info, long buffer) {
    if (info.bufferLength() == 0) {
      info.buffer(buffer);
      info.next(buffer);
      info.endRead(buffer);
      info.endWrite(buffer);
    }
  }
}
