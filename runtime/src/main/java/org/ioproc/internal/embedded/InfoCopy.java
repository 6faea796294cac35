package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import org.ioproc.internal.mmsystem.MmioInfo;

/** Copies a part of a file's {@code MMIOINFO} for the program. */
final class InfoCopy {

  private InfoCopy() {}

  /** Copies the fields that {@code mmioAdvance} changes, and optionally clears MMIO_DIRTY. */
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
