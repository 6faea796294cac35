package org.ioproc.internal.mmsystem;

import org.ioproc.MmioError;
import org.ioproc.MmioException;

/** What is wrong with positions in a file. They are 0 to 2147483647: lDiskOffset has 32 bits. */
public final class Positions {

  private Positions() {}

  /** lDiskOffset holds no position: the program must have overwritten it. */
  public static MmioException overwritten(int position) {
    return new MmioException(
        MmioError.INVALID_PARAMETER,
        "A position is 0 to 2147483647; lDiskOffset is " + position + ": it was overwritten.");
  }

  /** A seek counts from where nothing counts from. */
  public static MmioException unknownOrigin(long origin) {
    return new MmioException(
        MmioError.INVALID_PARAMETER,
        "An origin is 0 for the start, 1 for the position or 2 for the end; this one is "
            + origin
            + ".");
  }

  /** A seek leads out of the file. */
  public static MmioException outside(long offset, long origin, long position) {
    return new MmioException(
        MmioError.INVALID_PARAMETER,
        "A position is 0 to 2147483647; offset "
            + offset
            + " with origin "
            + origin
            + " leads to "
            + position
            + ".");
  }

  /** The file itself, or what is to be written, is too large for positions. */
  public static MmioException beyond(MmioError error, String what) {
    return new MmioException(error, "mmio's positions end at 2147483647; " + what + ".");
  }
}
