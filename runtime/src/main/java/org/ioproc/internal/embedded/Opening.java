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
    info.fccIoProc(procedure.code());
    info.flags(flags);
    if (asked == null) {
      return withBuffer(procedure, info, bytes(flags, 0));
    }
    for (int i = 0; i < 3; i++) {
      info.info(i, asked.info(i));
    }
    int bytes = bytes(flags, asked.bufferLength());
    if (asked.buffer() == 0 || bytes <= 0) {
      return withBuffer(procedure, info, bytes);
    }
    info.flags(flags & ~MMIO_ALLOCBUF); // The buffer is the program's.
    return new OpenFile(procedure, info, Transport.current().memory().view(asked.buffer(), bytes));
  }

  private static int bytes(int flags, int asked) {
    return asked == 0 && (flags & MMIO_ALLOCBUF) != 0 ? MMIO_DEFAULTBUFFER : asked;
  }

  private static OpenFile withBuffer(Procedure procedure, MmioInfo info, int bytes)
      throws MmioException {
    if (bytes == 0) {
      return new OpenFile(procedure, info, null);
    }
    info.flags(info.flags() | MMIO_ALLOCBUF);
    return new OpenFile(procedure, info, allocate(bytes));
  }

  private static ByteBuffer allocate(int bytes) throws MmioException {
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
