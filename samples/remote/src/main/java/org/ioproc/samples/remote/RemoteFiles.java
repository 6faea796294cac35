package org.ioproc.samples.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * What all remote files of a process share: a cache, and the limits of time and memory. More open
 * files do not need more memory; they read less ahead.
 */
final class RemoteFiles {

  /** The most blocks in a request: 512 KiB. */
  static final int WIDEST = 4;

  /** Nobody waits for these yet, so they must leave workers to programs that wait. */
  private static final int REQUESTS_AHEAD = 8;

  private static final RemoteFiles SHARED = new RemoteFiles(Limits.fromProperties());

  private final Limits limits;
  private final BlockCache cache;
  private final Semaphore ahead = new Semaphore(REQUESTS_AHEAD);
  private final Cache<RemoteFile, Boolean> active =
      Caffeine.newBuilder()
          .weakKeys()
          .expireAfterWrite(Duration.ofSeconds(1))
          .executor(Runnable::run)
          .build();

  RemoteFiles(Limits limits) {
    this.limits = limits;
    this.cache = new BlockCache(limits.cacheBytes());
  }

  /** Returns the ones that the procedures use. */
  static RemoteFiles shared() {
    return SHARED;
  }

  /** Opens an object for reading. One request finds it, and brings its first block. */
  RemoteFile open(Address address) throws IOException {
    return new RemoteFile(this, RemoteObject.open(address, this));
  }

  BlockCache cache() {
    return cache;
  }

  Deadline deadline() {
    return Deadline.in(limits.patience());
  }

  /** Returns how many blocks a file that is read in order may request at once. */
  int window(RemoteFile file) {
    active.put(file, true);
    active.cleanUp();
    long share = limits.cacheBytes() / Block.SIZE / (4 * Math.max(1, active.estimatedSize()));
    return (int) Math.max(1, Math.min(WIDEST, share));
  }

  boolean tryReadAhead() {
    return ahead.tryAcquire();
  }

  void endReadAhead() {
    ahead.release();
  }
}
