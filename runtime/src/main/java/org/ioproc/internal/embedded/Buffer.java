package org.ioproc.internal.embedded;

import static org.ioproc.internal.embedded.Storage.SEEK_CUR;
import static org.ioproc.internal.embedded.Storage.SEEK_END;
import static org.ioproc.internal.embedded.Storage.SEEK_SET;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_DIRTY;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_EMPTYBUF;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.internal.transport.MmioInfo;

/**
 * A file with a buffer between the program and the procedure: what is in it is a {@link Window} on
 * the file, and an {@link Exchange} with the procedure fills it and writes it out.
 *
 * <p>The order and the counts of the messages, and what {@code MMIOINFO} shows, are winmm's, as
 * seen in Wine 8.0. Where that loses data or hides an error, this does not: the package's
 * documentation has the list.
 */
final class Buffer implements Access {

  private final Storage storage;
  private final MmioInfo info;
  private final Window window;
  private final Exchange exchange;
  private final CallerMemory callers = new CallerMemory();

  /** A buffer in memory that somebody owns: the caller keeps it reachable. */
  Buffer(Storage storage, MmioInfo info, ByteBuffer memory) {
    this.storage = storage;
    this.info = info;
    this.window = new Window(info, memory);
    this.exchange = new Exchange(storage, info, window);
  }

  /** Begins empty, at a position; where the procedure stands now is right, if it says so. */
  void begin(int position, int procedureAt) {
    exchange.begin(position, procedureAt);
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
    if (window.isAllTaken() && exchange.refill() < 0) {
      return backTo(start);
    }
    int done = window.take(target, 0, count);
    return done == count ? done : readOn(target, done, count, start);
  }

  /** What one filling does not hold leaves the buffer empty, and the procedure is called back. */
  private int readOn(ByteBuffer target, int begun, int count, int start) {
    int done = begun;
    int got = 1;
    while (done < count && got > 0) {
      got = exchange.refill();
      done += window.take(target, done, count);
    }
    if (got < 0) {
      return backTo(start);
    }
    exchange.unload();
    boolean unused = exchange.seek(position());
    return done;
  }

  private int backTo(int start) {
    if (window.isDirty()) {
      window.goTo(start);
    } else {
      exchange.empty(start);
      boolean unused = exchange.seek(start);
      exchange.settle();
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
    while (window.hasRoom() || exchange.flushFull()) {
      if (done == count) {
        return done;
      }
      done += window.put(source, done, count);
    }
    return -1;
  }

  @Override
  public int seek(int distance, int origin) {
    int reached =
        switch (origin) {
          case SEEK_SET -> seekTo(distance);
          case SEEK_CUR -> seekBy(distance);
          case SEEK_END -> seekFromEnd(distance);
          default -> -1;
        };
    show();
    return reached;
  }

  private int seekBy(int distance) {
    long target = (long) position() + distance;
    return target == (int) target ? seekTo((int) target) : -1;
  }

  /** The end counts what the program wrote; the procedure knows which way the distance goes. */
  private int seekFromEnd(int distance) {
    int target = exchange.flush() ? exchange.sought(distance) : -1;
    return target == -1 ? -1 : seekTo(target);
  }

  private int seekTo(int target) {
    if (exchange.isLoaded() && target <= storage.end() && window.reaches(target)) {
      window.goTo(target);
      return target;
    }
    if (!exchange.flush()) {
      return -1;
    }
    show();
    return exchange.seek(target) ? target : -1;
  }

  @Override
  public int flush(int flags) {
    boolean written = exchange.flush();
    if (written && (flags & MMIO_EMPTYBUF) != 0) {
      exchange.emptyHere();
    }
    show();
    return written ? 0 : MmioError.CANNOT_WRITE.code();
  }

  /** Two writes of the same bytes, if both sides know of them, are winmm's, too (Wine 8.0). */
  @Override
  public int advance(MmioInfo told, boolean writes) {
    if (told != info) { // Winmm takes the program's position for one in the file (Wine 8.0).
      storage.endsNotBefore(told.bufferOffset() + window.index(told.next()));
    }
    int error = writes ? advanceWriting(told) : advanceReading(told);
    show();
    return error;
  }

  /** On from what is written out or, without that, from what was read. */
  private int advanceReading(MmioInfo told) {
    if ((told.flags() & MMIO_DIRTY) != 0) {
      window.wrote(window.index(told.next()));
    }
    if (!window.isDirty()) {
      window.skipToEndRead();
    }
    if (!exchange.flush()) {
      return MmioError.CANNOT_WRITE.code();
    }
    return exchange.refill() < 0 ? MmioError.CANNOT_READ.code() : 0;
  }

  private int advanceWriting(MmioInfo told) {
    if (!exchange.flush() || !flushTold(told)) {
      return MmioError.CANNOT_WRITE.code();
    }
    exchange.goOnFrom(window.index(told.next()));
    return 0;
  }

  private boolean flushTold(MmioInfo told) {
    if ((told.flags() & MMIO_DIRTY) == 0) {
      return true;
    }
    window.wrote(window.index(told.next()));
    return exchange.flush();
  }

  @Override
  public void told(MmioInfo told) {
    window.told(told);
    exchange.settle();
  }

  @Override
  public int position() {
    return window.position();
  }

  @Override
  public void show() {
    window.show();
  }
}
