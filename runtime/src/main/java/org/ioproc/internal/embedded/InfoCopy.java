package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import org.ioproc.internal.mmsystem.MmioInfo;

/** Shows a program its file's {@code MMIOINFO}, in part. */
final class InfoCopy {

  private InfoCopy() {}

  /** Copies what {@code mmioAdvance} changes: the fields of the buffer, and MMIO_DIRTY if clear. */
  static void showAdvanced(MmioInfo from, MmioInfo to, boolean clean) {
    to.buffer(from.buffer());
    to.bufferLength(from.bufferLength());
    to.next(from.next());
    to.endRead(from.endRead());
    to.endWrite(from.endWrite());
    to.bufferOffset(from.bufferOffset());
    to.diskOffset(from.diskOffset());
    if (clean) {
      to.flags(to.flags() & ~MMIO_DIRTY);
    }
  }
}
