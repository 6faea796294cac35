package org.ioproc.glue;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ioproc.internal.transport.MmioInfo;
import org.jspecify.annotations.Nullable;

/**
 * The views of the {@code MMIOINFO}s that messages come with, found by address without a lock. An
 * entry may be lost at any time; it is made again.
 */
final class MmioInfos {

  private static final int PROBES = 4;

  private volatile AtomicReferenceArray<@Nullable MmioInfo> views = new AtomicReferenceArray<>(64);

  MmioInfo at(long address) {
    AtomicReferenceArray<@Nullable MmioInfo> current = views;
    int start = hash(address);
    for (int probe = 0; probe < PROBES; probe++) {
      MmioInfo view = current.get((start + probe) & (current.length() - 1));
      if (view == null) {
        return put(current, start + probe, address);
      }
      if (view.address() == address) {
        return view;
      }
    }
    return put(current, start, address);
  }

  /** Makes room for the views of so many open files. */
  synchronized void reserve(int files) {
    if (files > views.length() / 4) {
      views = new AtomicReferenceArray<>(Integer.highestOneBit(files) * 8);
    }
  }

  private static MmioInfo put(
      AtomicReferenceArray<@Nullable MmioInfo> views, int index, long address) {
    MmioInfo view = MmioInfo.at(address);
    views.set(index & (views.length() - 1), view);
    return view;
  }

  private static int hash(long address) {
    return (int) ((address * 0x9E3779B97F4A7C15L) >>> 40);
  }
}
