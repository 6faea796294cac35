package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EMPTYBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * A file with a buffer between the program and the procedure: what is in it is a {@link Window} on
 * the file, and an {@link BufferTransfer} with the procedure fills it and writes it out.
 *
 * <p>The order and the counts of the messages, and what {@code MMIOINFO} shows, are winmm's, as
 * seen in Wine 8.0. Where that loses data or hides an error, this does not: the package's
 * documentation has the list.
 */
final class Buffer implements Access {

  private final Storage storage;
  private final MmioInfo info;
  private final Window window;
  private final BufferTransfer exchange;
  private final LastCallerView callers = new LastCallerView();

  /** What the program was shown last: {@code pchNext}, MMIO_DIRTY and {@code lDiskOffset}. */
  private int shownNext;

  private boolean shownDirty;
  private int shownDiskOffset;

  /** A buffer in memory that somebody owns: the caller keeps it reachable. */
  Buffer(Storage storage, MmioInfo info, BufferMemory memory) {
    this.storage = storage;
    this.info = info;
    this.window = new Window(info, memory);
    this.exchange = new BufferTransfer(storage, info, window);
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

  /** If the procedure does not go back, the next filling sends it there again. */
  private int backTo(int start) {
    if (window.isDirty()) {
      window.goTo(start);
    } else {
      exchange.empty(start);
      boolean unused = exchange.seek(start);
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

  /**
   * A full buffer goes out at once. If it cannot, what has found room in it is written for the
   * program: it stays to be written out, and the next call that needs room, {@code mmioFlush} or
   * {@code mmioClose} fails.
   */
  private int write(ByteBuffer source, int count) {
    int done = 0;
    while (window.hasRoom() || exchange.flushFull()) {
      if (done == count) {
        return done;
      }
      done += window.put(source, done, count);
    }
    return done == 0 ? -1 : done;
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
      return stayTo(target);
    }
    show();
    return exchange.seek(target) ? target : -1;
  }

  /** What cannot be written out can still be read, and written over. */
  private int stayTo(int target) {
    if (!window.reaches(target) || !window.isKnown(target - window.offset())) {
      return -1;
    }
    window.goTo(target);
    return target;
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
    boolean dirty = (told.flags() & MMIO_DIRTY) != 0;
    if ((writes || dirty) && isOfAnotherPlace(told)) {
      return MmioError.INVALID_PARAMETER.code();
    }
    if (told != info) { // Winmm takes the program's position for one in the file (Wine 8.0).
      storage.endsNotBefore(told.bufferOffset() + window.index(told.next()));
    }
    int error = writes ? advanceWriting(told, dirty) : advanceReading(told, dirty);
    show();
    return error;
  }

  /**
   * On from what is written out or, without that, from what was read. After a failure the position
   * is where the program says.
   */
  private int advanceReading(MmioInfo told, boolean dirty) {
    int next = window.index(told.next());
    if (dirty && !put(next)) {
      return MmioError.CANNOT_WRITE.code();
    }
    if (!isOfAnotherPlace(told)) {
      window.goToIndex(next);
    }
    int start = position();
    if (!window.isDirty()) {
      window.skipToEndRead();
    }
    if (!exchange.flush()) {
      return MmioError.CANNOT_WRITE.code();
    }
    if (exchange.refill() < 0) {
      exchange.empty(start);
      return MmioError.CANNOT_READ.code();
    }
    return 0;
  }

  private int advanceWriting(MmioInfo told, boolean dirty) {
    int next = window.index(told.next());
    if (!exchange.flush() || (dirty && !(put(next) && exchange.flush()))) {
      return MmioError.CANNOT_WRITE.code();
    }
    exchange.goOnFrom(next);
    return 0;
  }

  /** The buffer has moved on since the program was shown it: its pointers lead elsewhere. */
  private boolean isOfAnotherPlace(MmioInfo told) {
    return told.bufferOffset() != window.offset();
  }

  /**
   * Takes over what the program has put into the buffer up to an index, and goes there. It has put
   * bytes behind where it was shown to be, or changed some before; between what is known and what
   * it has put nothing is, so the one is written out before the other is kept.
   *
   * @return false if that fails, and then nothing is taken over
   */
  private boolean put(int end) {
    int start = window.putStart(shownNext, end);
    if (start < end && !window.isKnown(start)) {
      if (!exchange.flush()) {
        return false;
      }
      window.knowOnlyFrom(start);
    }
    if (start < end) {
      window.wrote(end);
    } else if (!shownDirty || !window.isDirty()) {
      window.changed(Math.max(shownNext, end));
    }
    window.goToIndex(end);
    return true;
  }

  /**
   * A member that is as it was shown has not been changed, whatever has become of it since. Without
   * MMIO_DIRTY, and else as it was shown, the program gives up what is to be written; a state from
   * before something was written does not.
   */
  @Override
  public int told(MmioInfo told) {
    boolean dirty = (told.flags() & MMIO_DIRTY) != 0;
    if (isOfAnotherPlace(told)) {
      return MmioError.INVALID_PARAMETER.code();
    }
    if (dirty && !put(window.index(told.next()))) {
      return MmioError.CANNOT_WRITE.code();
    }
    boolean givesUp = !dirty && shownDirty && window.index(told.next()) == shownNext;
    window.goToIndex(window.index(told.next()));
    if (givesUp && window.isDirty()) {
      discard();
    } else if (window.ends(window.index(told.endRead()), window.index(told.endWrite()))) {
      exchange.readEndsAt(told.bufferOffset() + window.index(told.endRead()));
    }
    if (told.diskOffset() != shownDiskOffset) {
      info.diskOffset(told.diskOffset());
      exchange.settle();
    }
    info.flags(told.flags());
    remember(told);
    show();
    return 0;
  }

  /** The program has taken MMIO_DIRTY away: what was to be written is not the file's. */
  private void discard() {
    window.written();
    exchange.empty(window.position());
  }

  @Override
  public void shown() {
    remember(info);
  }

  private void remember(MmioInfo shown) {
    shownNext = window.index(shown.next());
    shownDirty = (shown.flags() & MMIO_DIRTY) != 0;
    shownDiskOffset = shown.diskOffset();
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
