package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

/**
 * The position from which the offset of {@link MmioFile#seek} counts.
 *
 * <p>Source: Microsoft, "mmioSeek function".
 */
public enum SeekOrigin {
  /** The file's start ({@code SEEK_SET}). */
  START(SEEK_SET),
  /** The current position ({@code SEEK_CUR}). */
  CURRENT(SEEK_CUR),
  /**
   * The file's end ({@code SEEK_END}). The procedure decides in which direction the offset counts.
   * For ordinary files and files in memory, an offset of {@code n} counts {@code n} bytes back from
   * the end.
   */
  END(SEEK_END);

  private final int number;

  SeekOrigin(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
