package org.ioproc.samples.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an object in order, of which some are in a buffer. A request stays open while the
 * program reads, so the next bytes arrive in the system's memory meanwhile. The buffer is used
 * again and again: arrays for all bytes would keep the garbage collector busy. One thread at a time
 * may use it.
 */
final class RemoteStream {

  /** The bytes of the buffer. */
  static final int BUFFER = 2 * Block.SIZE;

  /**
   * An object store takes milliseconds for each request, so a program that goes on reading soon
   * gets large ones. If it stops soon, the first one has brought few bytes in vain.
   */
  private static final int FIRST_REQUEST = 512 << 10;

  private static final int GROWTH = 8;
  private static final int LARGEST_REQUEST = 64 << 20;

  private final RemoteObject object;
  private final byte[] buffer = new byte[BUFFER];
  private long begin;
  private int length;

  /** Only the workers use these, one at a time. */
  private @Nullable RangeRequest request;

  private int size = FIRST_REQUEST;
  private boolean isOpen = true;

  RemoteStream(RemoteObject object, long begin) {
    this.object = object;
    this.begin = begin;
  }

  /** Returns whether a position is in the buffer or follows soon. */
  boolean isNear(long position) {
    return begin <= position && position < begin + length + BUFFER;
  }

  /** Reads bytes at a position near the buffer: those that are in the buffer then. */
  int read(long position, ByteBuffer target, int count) throws IOException {
    while (position >= begin + length) {
      fill();
    }
    int offset = (int) (position - begin);
    int available = Math.min(count, length - offset);
    target.put(buffer, offset, available);
    return available;
  }

  private void fill() throws IOException {
    long next = begin + length;
    Deadline deadline = object.deadline();
    length = object.get(() -> Workers.start(() -> receive(next, deadline)), deadline);
    begin = next;
  }

  private synchronized int receive(long next, Deadline deadline) throws IOException {
    RangeRequest running = request;
    if (running == null) {
      running = object.request(next, (int) Math.min(size, object.size() - next), deadline);
      size = Math.min(GROWTH * size, LARGEST_REQUEST);
    }
    request = null; // A request that fails ends.
    int count = running.read(buffer, deadline);
    object.answered();
    if (running.missing() > 0 && isOpen) {
      request = running;
    } else {
      running.close();
    }
    object.offer(next, buffer, count);
    return count;
  }

  /** Ends the request. */
  void close() {
    Workers.run(this::end);
  }

  private synchronized void end() {
    isOpen = false;
    if (request != null) {
      request.close();
      request = null;
    }
  }
}
