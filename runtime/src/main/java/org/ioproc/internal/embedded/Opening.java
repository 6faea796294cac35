package org.ioproc.internal.embedded;

import static org.ioproc.internal.winmm.MmioFunctions.MMIO_ALLOCBUF;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_DEFAULTBUFFER;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.transport.MmioInfo;
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
  static OpenFile prepare(Procedure procedure, @Nullable MmioInfo asked, int flags)
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
    int bytes = bytes(flags, asked == null ? 0 : asked.bufferLength());
    if (bytes == 0) {
      return new OpenFile(procedure, info, null);
    }
    boolean ours = buffer == 0 || bytes < 0;
    info.flags(ours ? flags | MMIO_ALLOCBUF : flags & ~MMIO_ALLOCBUF);
    return new OpenFile(procedure, info, memory(ours ? 0 : buffer, bytes));
  }

  private static int bytes(int flags, int asked) {
    return asked == 0 && (flags & MMIO_ALLOCBUF) != 0 ? MMIO_DEFAULTBUFFER : asked;
  }

  /** The program's own memory, or new memory if it gives none. */
  static ByteBuffer memory(long address, int bytes) throws MmioException {
    if (address != 0) {
      return Transport.current().memory().view(address, bytes);
    }
    try {
      return ByteBuffer.allocateDirect(bytes);
    } catch (OutOfMemoryError | IllegalArgumentException tooLarge) {
      throw new MmioException(
          MmioError.OUT_OF_MEMORY,
          "There is no memory for a buffer of " + Integer.toUnsignedLong(bytes) + " bytes.",
          tooLarge);
    }
  }
}
