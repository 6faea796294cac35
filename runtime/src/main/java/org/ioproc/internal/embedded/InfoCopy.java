package org.ioproc.internal.embedded;

import static org.ioproc.internal.winmm.MmioFunctions.MMIO_DIRTY;

import java.lang.ref.Reference;
import org.ioproc.internal.transport.MmioInfo;
import org.ioproc.internal.transport.NativeMemory;
import org.ioproc.internal.transport.Transport;

/** What a program gets to see of a file's {@code MMIOINFO}. */
final class InfoCopy {

  private InfoCopy() {}

  static void whole(MmioInfo from, MmioInfo to) {
    NativeMemory memory = Transport.current().memory();
    try {
      memory.view(to.address(), MmioInfo.SIZE).put(memory.view(from.address(), MmioInfo.SIZE));
    } finally {
      Reference.reachabilityFence(from);
      Reference.reachabilityFence(to);
    }
  }

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
