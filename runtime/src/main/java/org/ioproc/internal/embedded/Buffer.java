package org.ioproc.internal.embedded;

import static org.ioproc.internal.embedded.Storage.SEEK_CUR;
import static org.ioproc.internal.embedded.Storage.SEEK_END;
import static org.ioproc.internal.embedded.Storage.SEEK_SET;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_DIRTY;

import java.nio.ByteBuffer;
import org.ioproc.internal.transport.MmioInfo;
import org.ioproc.internal.transport.Transport;

/**
 * The buffer between a program and a procedure. Its bytes up to {@code endRead} are always those of
 * the file from {@code offset} on, with what the program wrote; the program's position is among
 * them or at their end. The fields are the truth, and {@code MMIOINFO} shows them to the procedure:
 * nothing that a procedure writes there can lead outside the buffer.
 *
 * <p>The order and the counts of the messages are winmm's, as seen in Wine 8.0. Other than there, a
 * refill writes out first what the program wrote, a failure is told of, what was not written stays
 * to be tried again, and bytes that nobody has read or written are never taken for the file's.
 */
final class Buffer {

  private final Storage storage;
  private final MmioInfo info;
  private final ByteBuffer memory;
  private final long address;
  private final int capacity;

  /** The file's position of the buffer's first byte. */
  private int offset;

  private int next;
  private int endRead;

  /** What is to be written ends here; 0: nothing is. */
  private int dirtyEnd;

  /** Whether seeking inside the buffer may do without a message. */
  private boolean loaded;

  /** A buffer in memory that somebody owns: the caller keeps it reachable. */
  Buffer(Storage storage, MmioInfo info, ByteBuffer memory) {
    this.storage = storage;
    this.info = info;
    this.memory = memory;
    this.address = Transport.current().memory().address(memory);
    this.capacity = memory.capacity();
    info.buffer(address);
    info.bufferLength(capacity);
    show();
  }

  /** Begins at the position where the procedure is. */
  void opened() {
    empty(info.diskOffset());
    show();
  }

  /** Reads as {@code mmioRead}; after a failure the position is what it was. */
  int read(ByteBuffer target, int count) {
    int start = position();
    if (next == endRead && refill() < 0) {
      return backTo(start);
    }
    int done = copy(target, 0, count);
    while (done < count) {
      int got = refill();
      if (got < 0) {
        return backTo(start);
      }
      if (got == 0) {
        storage.seek(position(), SEEK_SET);
        return done;
      }
      done += copy(target, done, count);
    }
    return done;
  }

  private int copy(ByteBuffer target, int from, int to) {
    int count = Math.min(to - from, endRead - next);
    target.put(from, memory, next, count);
    next += count;
    return count;
  }

  /** The count that READ brought: 0 at the end of the file, -1 on failure. */
  private int refill() {
    if (!flush() || !goTo(position())) {
      return -1;
    }
    empty(position());
    show();
    int got = storage.read(address, capacity);
    loaded = got > 0 && got <= capacity;
    endRead = loaded ? got : 0;
    return loaded || got == 0 ? got : -1;
  }

  /** A flush, or a seek inside the buffer, leaves the procedure somewhere else. */
  private boolean goTo(int position) {
    return info.diskOffset() == position || storage.seek(position, SEEK_SET) != -1;
  }

  private int backTo(int start) {
    if (dirtyEnd > 0) {
      next = start - offset;
    } else {
      empty(start);
      storage.seek(start, SEEK_SET);
    }
    return -1;
  }

  /** Writes as {@code mmioWrite}. A full buffer goes out at once. */
  int write(ByteBuffer source, int count) {
    int done = 0;
    while (makeRoom() && done < count) {
      int part = Math.min(count - done, capacity - next);
      memory.put(next, source, done, part);
      next += part;
      done += part;
      dirtyEnd = Math.max(dirtyEnd, next);
      endRead = Math.max(endRead, next);
    }
    return next == capacity ? -1 : done;
  }

  /** False if the buffer is full and stays so. */
  private boolean makeRoom() {
    if (next == capacity && flush()) {
      empty(position());
      loaded = true;
    }
    return next < capacity;
  }

  /** Seeks as {@code mmioSeek}. */
  int seek(int distance, int origin) {
    long target =
        switch (origin) {
          case SEEK_SET -> distance;
          case SEEK_CUR -> (long) position() + distance;
          case SEEK_END -> end(distance);
          default -> Long.MAX_VALUE;
        };
    if (target > Integer.MAX_VALUE) {
      return -1;
    }
    if (loaded && target >= offset && target <= (long) offset + endRead) {
      next = (int) target - offset;
      return (int) target;
    }
    return move((int) target);
  }

  /**
   * The end counts what the program wrote; only the procedure knows which way the distance goes.
   */
  private long end(int distance) {
    int end = flush() ? storage.seek(distance, SEEK_END) : -1;
    return end < 0 ? Long.MAX_VALUE : end;
  }

  private int move(int target) {
    if (!flush()) {
      return -1;
    }
    loaded = false;
    show();
    if (storage.seek(target, SEEK_SET) == -1) {
      return -1;
    }
    empty(target);
    return target;
  }

  /** Writes out what is to be written; false if that fails, and then it stays to be written. */
  boolean flush() {
    if (dirtyEnd == 0) {
      return true;
    }
    show();
    if (storage.seek(offset, SEEK_SET) == -1 || storage.write(address, dirtyEnd) != dirtyEnd) {
      return false;
    }
    dirtyEnd = 0;
    return true;
  }

  /** Forgets what was read; the position stays. */
  void forget() {
    empty(position());
  }

  private int position() {
    return offset + next;
  }

  private void empty(int position) {
    offset = position;
    next = 0;
    endRead = 0;
    loaded = false;
  }

  /** Brings {@code MMIOINFO} up to date. */
  void show() {
    info.flags(dirtyEnd > 0 ? info.flags() | MMIO_DIRTY : info.flags() & ~MMIO_DIRTY);
    info.bufferOffset(offset);
    info.next(address + next);
    info.endRead(address + endRead);
    info.endWrite(address + capacity);
  }
}
