package org.ioproc.hostile;

import org.ioproc.internal.mmsystem.MmioInfo;

/** An open file, with what its program knows about it. */
final class ModelFile {

  final MmioInfo info;
  final ModelBytes bytes;

  /** The address for its messages, or its handle. */
  final long target;

  /** The memory of its MMIOINFO or its buffer. */
  final GuardedMemory memory;

  int position;

  ModelFile(GuardedMemory memory, String name, long target) {
    this.memory = memory;
    this.info = MmioInfo.at(memory.last(MmioInfo.SIZE));
    this.bytes = new ModelBytes(name);
    this.target = target;
  }
}
