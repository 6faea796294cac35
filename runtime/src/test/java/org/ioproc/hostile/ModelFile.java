package org.ioproc.hostile;

import org.ioproc.internal.mmsystem.MmioInfo;

/** An open file, and what its program knows about it. */
final class ModelFile {

  final MmioInfo info;
  final ModelBytes bytes;

  /** The address that receives the file's messages, or the file's handle. */
  final long target;

  /** The memory of the file's MMIOINFO or buffer. */
  final GuardedMemory memory;

  int position;

  ModelFile(GuardedMemory memory, String name, long target) {
    this.memory = memory;
    this.info = MmioInfo.at(memory.last(MmioInfo.SIZE));
    this.bytes = new ModelBytes(name);
    this.target = target;
  }
}
