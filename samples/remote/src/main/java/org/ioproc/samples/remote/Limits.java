package org.ioproc.samples.remote;

import java.time.Duration;

/**
 * The limits of memory and time.
 *
 * @param cacheBytes the bytes of all cached blocks, and of the buffers of streams
 * @param patience how long a program waits for one read, or an opening, in total
 */
record Limits(long cacheBytes, Duration patience) {

  private static final String CACHE = "org.ioproc.samples.remote.cacheMiB";
  private static final String WAIT = "org.ioproc.samples.remote.waitSeconds";

  /** A cache that took most of a small heap would end the application. */
  static Limits fromProperties() {
    long cache = Math.max(1, Long.getLong(CACHE, 64)) * 1024 * 1024;
    long quarter = Runtime.getRuntime().maxMemory() / 4;
    return new Limits(
        Math.min(cache, quarter), Duration.ofSeconds(Math.max(1, Long.getLong(WAIT, 10))));
  }
}
