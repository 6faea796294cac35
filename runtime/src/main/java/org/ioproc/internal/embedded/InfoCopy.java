package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import org.ioproc.internal.mmsystem.MmioInfo;

/** What a program gets to see of a file's {@code MMIOINFO}. */
final class InfoCopy {

  private InfoCopy() {}

  /** After {@code mmioAdvance}: all that has to do with the buffer, and of the flags the dirty. */
  static void advanced(MmioInfo from, MmioInfo to, boolean written) {
    to.buffer(from.buffer());
    to.bufferLength(from.bufferLength());
    to.next(from.next());
    to.endRead(from.endRead());
    to.endWrite(from.endWrite());
    to.bufferOffset(from.bufferOffset());
    to.diskOffset(from.diskOffset());
    if (written) {
      to.flags(to.flags() & ~MMIO_DIRTY);
    }
  }
}
