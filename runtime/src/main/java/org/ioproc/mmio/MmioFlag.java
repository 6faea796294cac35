package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DENYNONE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DENYREAD;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DENYWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EXCLUSIVE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;

/**
 * A flag for opening a file.
 *
 * <p>Source: Microsoft, "mmioOpen function".
 */
public enum MmioFlag {
  /** Read: {@code MMIO_READ}, which is what no flag at all means, too. */
  READ(0),
  /** Write: {@code MMIO_WRITE}. */
  WRITE(MMIO_WRITE),
  /** Read and write: {@code MMIO_READWRITE}. */
  READWRITE(MMIO_READWRITE),
  /** Make the file, or empty it if there is one: {@code MMIO_CREATE}. */
  CREATE(MMIO_CREATE),
  /** Put a buffer of 8192 bytes between the program and the procedure: {@code MMIO_ALLOCBUF}. */
  ALLOCBUF(MMIO_ALLOCBUF),
  /** Nobody else may open the file: {@code MMIO_EXCLUSIVE}. */
  EXCLUSIVE(MMIO_EXCLUSIVE),
  /** Others may read the file: {@code MMIO_DENYWRITE}. */
  DENYWRITE(MMIO_DENYWRITE),
  /** Others may write the file: {@code MMIO_DENYREAD}. */
  DENYREAD(MMIO_DENYREAD),
  /** Others may read and write the file: {@code MMIO_DENYNONE}. */
  DENYNONE(MMIO_DENYNONE);

  private final int number;

  MmioFlag(int number) {
    this.number = number;
  }

  /**
   * The flag's number in {@code mmsystem.h}.
   *
   * @return its bits
   */
  public int number() {
    return number;
  }

  static int bits(MmioFlag... flags) {
    int bits = 0;
    for (MmioFlag flag : flags) {
      bits |= flag.number;
    }
    return bits;
  }
}
