package org.ioproc.glue;

import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.jspecify.annotations.Nullable;

/**
 * A cache of views of the {@code MMIOINFO}s that messages pass. Finding a view takes no lock. An
 * entry may be lost at any time, or be visible late to another thread, which then creates it again.
 * A plain array is enough, because views never change. An atomic array would initialize Java's
 * method handles, and a host would wait for that at its first file.
 */
final class MmioInfos {

  private static final int PROBES = 4;

  private volatile @Nullable MmioInfo[] views = new @Nullable MmioInfo[64];

  /**
   * Returns a view of a structure.
   *
   * @param address the structure's address
   * @throws MmioException if the address is 0
   */
  MmioInfo at(long address) throws MmioException {
    if (address == 0) {
      throw missing();
    }
    @Nullable MmioInfo[] current = views;
    int start = hash(address);
    for (int probe = 0; probe < PROBES; probe++) {
      MmioInfo view = current[(start + probe) & (current.length - 1)];
      if (view == null) {
        return put(current, start + probe, address);
      }
      if (view.isAt(address)) {
        return view;
      }
    }
    return put(current, start, address);
  }

  /** Makes room for the views of a number of open files. */
  synchronized void reserve(int files) {
    if (files > views.length / 4) {
      views = new @Nullable MmioInfo[Integer.highestOneBit(files) * 8];
    }
  }

  private static MmioInfo put(@Nullable MmioInfo[] views, int index, long address) {
    MmioInfo view = MmioInfo.at(address);
    views[index & (views.length - 1)] = view;
    return view;
  }

  private static MmioException missing() {
    return new MmioException(
        MmioError.INVALID_PARAMETER, "This message must have an MMIOINFO; the pointer is NULL.");
  }

  private static int hash(long address) {
    return (int) ((address * 0x9E3779B97F4A7C15L) >>> 40);
  }
}
