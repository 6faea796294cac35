package org.ioproc.internal.mmsystem;

import org.ioproc.MmioError;
import org.ioproc.MmioException;

/** Reports invalid positions in a file. Positions end at 2147483647: lDiskOffset has 32 bits. */
public final class Positions {

  private Positions() {}

  /** Reports an lDiskOffset that is not a position, because the program has overwritten it. */
  public static MmioException overwritten(int position) {
    return new MmioException(
        MmioError.INVALID_PARAMETER,
        "A position must be 0 to 2147483647; lDiskOffset is " + position + ": it was overwritten.");
  }

  /** Reports a seek with an origin that mmio does not define. */
  public static MmioException unknownOrigin(long origin) {
    return new MmioException(
        MmioError.INVALID_PARAMETER,
        "An origin must be 0 for the start, 1 for the position or 2 for the end; this one is "
            + origin
            + ".");
  }

  /** Reports a seek to an invalid position. */
  public static MmioException outside(long offset, long origin, long position) {
    return new MmioException(
        MmioError.INVALID_PARAMETER,
        "A position must be 0 to 2147483647; offset "
            + offset
            + " with origin "
            + origin
            + " leads to "
            + position
            + ".");
  }

  /** Reports a file or a write that extends beyond the last position. */
  public static MmioException beyond(MmioError error, String what) {
    return new MmioException(error, "mmio's positions end at 2147483647; " + what + ".");
  }
}
