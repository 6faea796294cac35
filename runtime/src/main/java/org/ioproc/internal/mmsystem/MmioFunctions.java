package org.ioproc.internal.mmsystem;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * mmio's functions as C declares them, with addresses, numbers and error codes. {@code winmm.dll}
 * and the embedded manager both implement this interface.
 *
 * <p>Memory that is passed by address must stay allocated until the function returns. {@link
 * org.ioproc.internal.transport.Held} ensures that. The functions themselves hold their object
 * parameters. Names are encoded by {@link org.ioproc.internal.transport.AnsiText}. A handle is
 * never 0.
 */
public interface MmioFunctions {

  /** The answer to a read that needs memory with an address. Nothing has been read. */
  int NEEDS_ADDRESS = Integer.MIN_VALUE;

  /**
   * {@code mmioInstallIOProcA}.
   *
   * @return the address of the procedure that was installed, removed or found; 0 on failure
   */
  long mmioInstallIOProc(int fccIoProc, long procedure, int flags);

  /**
   * {@code mmioOpenA}. The error is in {@code info.errorRet()}. With {@code MMIO_PARSE}, {@code
   * MMIO_DELETE} and {@code MMIO_EXIST} no file stays open, and success is 1 ({@code TRUE}).
   *
   * @return a handle, or 0 on failure
   */
  long mmioOpen(@Nullable ByteBuffer name, @Nullable MmioInfo info, int flags);

  /** {@code mmioClose}: 0 or an error code. */
  int mmioClose(long hmmio, int flags);

  /** {@code mmioRead}: the count read, 0 at the end of the file, -1 on failure. */
  int mmioRead(long hmmio, long buffer, int count);

  /**
   * {@code mmioRead} into a heap buffer, which has no address. Only a manager in Java can do this,
   * and only for a file with a buffer.
   *
   * @param target receives the bytes from its position, which does not move
   * @param count at least 1, and at most the target's remaining bytes
   * @return as for the other method, or {@link #NEEDS_ADDRESS}
   */
  default int mmioRead(long hmmio, ByteBuffer target, int count) {
    return NEEDS_ADDRESS;
  }

  /** {@code mmioWrite}: the count written, -1 on failure. */
  int mmioWrite(long hmmio, long buffer, int count);

  /** {@code mmioSeek}: the new position, -1 on failure. */
  int mmioSeek(long hmmio, int offset, int origin);

  /** {@code mmioGetInfo}: 0 or an error code. */
  int mmioGetInfo(long hmmio, MmioInfo info);

  /** {@code mmioSetInfo}: 0 or an error code. */
  int mmioSetInfo(long hmmio, MmioInfo info);

  /**
   * {@code mmioSetBuffer}. The program's memory must stay allocated until the file is closed or has
   * another buffer.
   *
   * @param buffer the program's memory; 0 to let the manager allocate it
   * @param bytes the buffer's size; 0 for no buffer
   * @return 0 or an error code
   */
  int mmioSetBuffer(long hmmio, long buffer, int bytes, int flags);

  /** {@code mmioAdvance}: 0 or an error code. */
  int mmioAdvance(long hmmio, @Nullable MmioInfo info, int flags);

  /** {@code mmioFlush}: 0 or an error code. */
  int mmioFlush(long hmmio, int flags);

  /** {@code mmioDescend}: 0 or an error code. */
  int mmioDescend(long hmmio, MmckInfo chunk, @Nullable MmckInfo parent, int flags);

  /** {@code mmioAscend}: 0 or an error code. */
  int mmioAscend(long hmmio, MmckInfo chunk, int flags);

  /** {@code mmioCreateChunk}: 0 or an error code. */
  int mmioCreateChunk(long hmmio, MmckInfo chunk, int flags);

  /** {@code mmioStringToFOURCCA}: the code. */
  int mmioStringToFourcc(ByteBuffer text, int flags);

  /** {@code mmioRenameA}: 0 or an error code. */
  int mmioRename(ByteBuffer from, ByteBuffer to, @Nullable MmioInfo info, int flags);

  /** {@code mmioSendMessage}: the procedure's answer. */
  long mmioSendMessage(long hmmio, int message, long lParam1, long lParam2);
}
