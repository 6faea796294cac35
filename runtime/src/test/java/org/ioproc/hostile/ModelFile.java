package org.ioproc.hostile;

import org.ioproc.internal.mmsystem.MmioInfo;

/** An open file of a program, with what the program knows of it. */
final class ModelFile {

  final MmioInfo info;
  final ModelBytes bytes;

  /** Where its messages go, or its handle. */
  final long target;

  /** What its MMIOINFO or its buffer is in. */
  final GuardedMemory memory;

  int position;

  ModelFile(GuardedMemory memory, String name, long target) {
    this.memory = memory;
    this.info = MmioInfo.at(memory.last(MmioInfo.SIZE));
    this.bytes = new ModelBytes(name);
    this.target = target;
  }
}
