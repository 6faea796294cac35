package org.ioproc.internal.embedded;

import static org.ioproc.internal.embedded.Storage.SEEK_CUR;
import static org.ioproc.internal.embedded.Storage.SEEK_END;
import static org.ioproc.internal.embedded.Storage.SEEK_SET;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_DIRTY;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_EMPTYBUF;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.internal.transport.MmioInfo;
import org.ioproc.internal.transport.Transport;

/**
 * The buffer between a program and a procedure. The fields are the truth, and {@code MMIOINFO}
 * shows them to the procedure: nothing that a procedure writes there can lead outside the buffer.
 *
 * <p>The order and the counts of the messages, and what {@code MMIOINFO} shows, are winmm's, as
 * seen in Wine 8.0. Where that loses data or hides an error, this does not: the package's
 * documentation has the list.
 */
final class Buffer implements Access {

  private final Storage storage;
  private final MmioInfo info;
  private final ByteBuffer memory;
  private final long address;
  private final int capacity;
  private final CallerMemory callers = new CallerMemory();

  /** A seek behind this position is never one inside the buffer. */
  private int end;

  /** The file's position of the buffer's first byte. */
  private int offset;

  private int next;

  /** What READ brought ends here. */
  private int endRead;

  private int endWrite;

  /** Up to here the bytes are the file's, or the program's that belong there; from endRead on. */
  private int valid;

  /** What the program wrote ends here; it counts if the buffer is dirty. */
  private int dirtyEnd;

  private boolean dirty;

  /** Whether seeking inside the buffer may do without a message. */
  private boolean loaded;

  /**
   * Where the procedure stood when the buffer was filled or emptied. It is believed, unless the
   * manager has sent it elsewhere since.
   */
  private int settled;

  /** A buffer in memory that somebody owns: the caller keeps it reachable. */
  Buffer(Storage storage, MmioInfo info, ByteBuffer memory, int end) {
    this.storage = storage;
    this.info = info;
    this.memory = memory;
    this.end = end;
    this.address = Transport.current().memory().address(memory);
    this.capacity = memory.capacity();
    this.endWrite = capacity;
    info.buffer(address);
    info.bufferLength(capacity);
    show();
  }

  int end() {
    return end;
  }

  /** Begins empty, at a position; where the procedure stands now is right, if it says so. */
  void begin(int position, int procedureAt) {
    empty(position);
    settled = procedureAt;
    show();
  }

  @Override
  public int read(long target, int count) {
    if (count <= 0 || target == 0) {
      return count == 0 ? 0 : -1;
    }
    int done = read(callers.at(target, count), count);
    show();
    return done;
  }

  /** After a failure the position is what it was. */
  private int read(ByteBuffer target, int count) {
    int start = position();
    if (next >= valid && refill() < 0) {
      return backTo(start);
    }
    int done = copy(target, 0, count);
    return done == count ? done : readOn(target, done, count, start);
  }

  /** What one filling does not hold leaves the buffer empty, and the procedure is called back. */
  private int readOn(ByteBuffer target, int begun, int count, int start) {
    int done = begun;
    int got = 1;
    while (done < count && got > 0) {
      got = refill();
      done += copy(target, done, count);
    }
    if (got < 0) {
      return backTo(start);
    }
    loaded = false;
    int position = position();
    if (storage.seek(position, SEEK_SET) != -1) {
      empty(position);
      settled = info.diskOffset();
    }
    return done;
  }

  private int copy(ByteBuffer target, int from, int to) {
    int count = Math.max(0, Math.min(to - from, valid - next));
    target.put(from, memory, next, count);
    next += count;
    return count;
  }

  /** The count that READ brought: 0 at the end of the file, -1 on failure. */
  private int refill() {
    boolean sequential = !dirty && isWhereItWasLeft();
    if (!flush() || !(sequential || goTo(position()))) {
      return -1;
    }
    empty(sequential ? info.diskOffset() : position());
    endWrite = capacity;
    show();
    int got = storage.read(address, capacity);
    loaded = got > 0 && got <= capacity;
    endRead = loaded ? got : 0;
    valid = endRead;
    settled = info.diskOffset();
    return loaded || got == 0 ? got : -1;
  }

  private boolean isWhereItWasLeft() {
    return next == endRead && info.diskOffset() == settled;
  }

  /** A flush, or a seek inside the buffer, leaves the procedure somewhere else. */
  private boolean goTo(int position) {
    return info.diskOffset() == position || storage.seek(position, SEEK_SET) != -1;
  }

  private int backTo(int start) {
    if (dirty) {
      next = start - offset;
    } else {
      empty(start);
      storage.seek(start, SEEK_SET);
      settled = info.diskOffset();
    }
    return -1;
  }

  @Override
  public int write(long source, int count) {
    if (count <= 0 || source == 0) {
      return count == 0 ? 0 : -1;
    }
    int done = write(callers.at(source, count), count);
    show();
    return done;
  }

  /** A full buffer goes out at once. */
  private int write(ByteBuffer source, int count) {
    int done = 0;
    while (makeRoom()) {
      if (done == count) {
        return done;
      }
      int part = Math.min(count - done, endWrite - next);
      memory.put(next, source, done, part);
      done += part;
      wrote(next + part);
    }
    return -1;
  }

  private void wrote(int end) {
    next = end;
    dirtyEnd = dirty ? Math.max(dirtyEnd, end) : end;
    dirty = true;
    valid = Math.max(valid, end);
  }

  /** False if the buffer is full and stays so. */
  private boolean makeRoom() {
    if (next < endWrite && next <= valid) {
      return true;
    }
    boolean believed = dirty ? next >= dirtyEnd && next <= valid : isWhereItWasLeft();
    if (!flush()) {
      return false;
    }
    empty(believed ? info.diskOffset() : position());
    endWrite = capacity;
    loaded = true;
    return true;
  }

  @Override
  public int seek(int distance, int origin) {
    int reached =
        switch (origin) {
          case SEEK_SET -> seekTo(distance);
          case SEEK_CUR -> seekTo(position() + distance);
          // The end counts what the program wrote; the procedure knows which way distance goes.
          case SEEK_END -> flush() ? seekTo(storage.seek(distance, SEEK_END)) : -1;
          default -> -1;
        };
    show();
    return reached;
  }

  private int seekTo(int target) {
    if (loaded && target >= offset && target - offset <= capacity && target <= end) {
      next = target - offset;
      return target;
    }
    if (!flush()) {
      return -1;
    }
    show();
    if (storage.seek(target, SEEK_SET) == -1) {
      return -1;
    }
    empty(target);
    settled = info.diskOffset();
    return target;
  }

  @Override
  public int flush(int flags) {
    boolean written = flush();
    if (written && (flags & MMIO_EMPTYBUF) != 0) {
      boolean wasLoaded = loaded;
      empty(position());
      loaded = wasLoaded;
    }
    show();
    return written ? 0 : MmioError.CANNOT_WRITE.code();
  }

  /** Writes out what is to be written; false if that fails, and then it stays to be written. */
  private boolean flush() {
    if (!dirty) {
      return true;
    }
    show();
    int count = Math.max(dirtyEnd, Math.min(next, valid));
    if (storage.seek(offset, SEEK_SET) == -1 || storage.write(address, count) != count) {
      return false;
    }
    dirty = false;
    dirtyEnd = 0;
    show();
    return true;
  }

  /** Two writes of the same bytes, if both sides know of them, are winmm's, too (Wine 8.0). */
  @Override
  public int advance(MmioInfo told, boolean writes) {
    if (told != info) { // Winmm takes the program's position for one in the file (Wine 8.0).
      end = Math.max(end, told.bufferOffset() + index(told.next()));
    }
    int error = writes ? advanceWriting(told) : advanceReading(told);
    show();
    return error;
  }

  /** On from what is written out or, without that, from what was read. */
  private int advanceReading(MmioInfo told) {
    if ((told.flags() & MMIO_DIRTY) != 0) {
      wrote(index(told.next()));
    }
    next = dirty ? next : Math.max(next, endRead);
    if (!flush()) {
      return MmioError.CANNOT_WRITE.code();
    }
    return refill() < 0 ? MmioError.CANNOT_READ.code() : 0;
  }

  private int advanceWriting(MmioInfo told) {
    if (!flush() || !flushTold(told)) {
      return MmioError.CANNOT_WRITE.code();
    }
    next = index(told.next());
    empty(position() == info.diskOffset() || isWhereItWasLeft() ? info.diskOffset() : position());
    endWrite = capacity;
    loaded = true;
    return 0;
  }

  private boolean flushTold(MmioInfo told) {
    if ((told.flags() & MMIO_DIRTY) == 0) {
      return true;
    }
    wrote(index(told.next()));
    return flush();
  }

  @Override
  public void told(MmioInfo told) {
    next = index(told.next());
    endRead = index(told.endRead());
    endWrite = index(told.endWrite());
    offset = told.bufferOffset();
    dirty = (told.flags() & MMIO_DIRTY) != 0;
    dirtyEnd = dirty ? next : 0;
    valid = Math.max(endRead, dirtyEnd);
    settled = info.diskOffset();
    info.flags(told.flags());
    show();
  }

  private int index(long pointer) {
    return (int) (pointer - address);
  }

  @Override
  public int position() {
    return offset + next;
  }

  private void empty(int position) {
    offset = position;
    next = 0;
    endRead = 0;
    valid = 0;
    loaded = false;
    settled = position;
  }

  @Override
  public void show() {
    info.flags(dirty ? info.flags() | MMIO_DIRTY : info.flags() & ~MMIO_DIRTY);
    info.bufferOffset(offset);
    info.next(address + next);
    info.endRead(address + endRead);
    info.endWrite(address + endWrite);
  }
}
