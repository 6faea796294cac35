package org.ioproc.samples.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * What all remote files of a process share: a cache, and the limits of time and memory. More open
 * files do not need more memory: only some can have streams at the same time.
 */
final class RemoteFiles {

  private static final RemoteFiles SHARED = new RemoteFiles(Limits.fromProperties());

  private final Limits limits;
  private final BlockCache cache;
  private final Semaphore streams;

  RemoteFiles(Limits limits) {
    this.limits = limits;
    long forStreams = limits.cacheBytes() / 4;
    this.cache = new BlockCache(limits.cacheBytes() - forStreams);
    this.streams = new Semaphore((int) Math.max(1, forStreams / RemoteStream.BUFFER));
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

  /** Returns how long a program waits. */
  Duration patience() {
    return limits.patience();
  }

  Deadline deadline() {
    return Deadline.in(patience());
  }

  /** Returns the deadline for a server that has just failed. */
  Deadline shortDeadline() {
    return Deadline.in(patience().dividedBy(10));
  }

  /** Returns the bytes of the largest object that is kept when it is read in order. */
  long largestToKeep() {
    return limits.cacheBytes() / 16;
  }

  /** Returns whether one more stream may be open. */
  boolean tryOpenStream() {
    return streams.tryAcquire();
  }

  void endStream() {
    streams.release();
  }
}
