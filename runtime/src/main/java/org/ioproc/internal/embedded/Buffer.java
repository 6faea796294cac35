package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EMPTYBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * A file with a buffer between the program and the procedure. A {@link Window} knows which part of
 * the file is in the buffer, a {@link BufferTransfer} fills it and writes it out, and a {@link
 * ProgramView} applies what the program does in the buffer itself.
 *
 * <p>The order and counts of the messages and the contents of {@code MMIOINFO} follow winmm (Wine
 * 8.0), except where winmm loses data or hides an error. {@code DIFFERENCES.md} lists these cases.
 */
final class Buffer implements Access {

  private final Storage storage;
  private final MmioInfo info;
  private final Window window;
  private final BufferTransfer transfer;
  private final ProgramView program;
  private final LastCallerView caller = new LastCallerView();

  /** Creates an empty buffer. The caller keeps its memory reachable. */
  Buffer(Storage storage, MmioInfo info, BufferMemory memory) {
    this.storage = storage;
    this.info = info;
    this.window = new Window(info, memory);
    this.transfer = new BufferTransfer(storage, info, window);
    this.program = new ProgramView(info, window, transfer);
  }

  /**
   * Begins with an empty buffer at a position. The first READ needs no SEEK, even if the procedure
   * is elsewhere.
   */
  void begin(int position, int procedurePosition) {
    transfer.begin(position, procedurePosition);
  }

  @Override
  public int read(long target, int count) {
    if (count <= 0 || target == 0) {
      return count == 0 ? 0 : -1;
    }
    int done = read(caller.at(target, count), 0, count);
    publish();
    return done;
  }

  @Override
  public int read(ByteBuffer target, int count) {
    int done = read(target, target.position(), count);
    publish();
    return done;
  }

  /** Reads into the target from an index. Keeps the position on failure. */
  private int read(ByteBuffer target, int index, int count) {
    int start = position();
    if (window.isDrained() && transfer.refill() < 0) {
      return goBack(start);
    }
    int done = window.take(target, index, count);
    return done == count ? done : readOn(target, index, done, count, start);
  }

  /** Reads the rest, and leaves the buffer empty, with the procedure at the position. */
  private int readOn(ByteBuffer target, int index, int begun, int count, int start) {
    int done = begun;
    int filled = 1;
    while (done < count && filled > 0) {
      filled = transfer.refill();
      done += window.take(target, index + done, count - done);
    }
    if (filled < 0) {
      return goBack(start);
    }
    transfer.invalidate();
    boolean unused = transfer.seek(position());
    return done;
  }

  /** Restores the position. If the procedure does not follow, the next refill sends it there. */
  private int goBack(int start) {
    if (window.isDirty()) {
      window.goTo(start);
    } else {
      transfer.empty(start);
      boolean unused = transfer.seek(start);
    }
    return -1;
  }

  @Override
  public int write(long source, int count) {
    if (count <= 0 || source == 0) {
      return count == 0 ? 0 : -1;
    }
    int done = write(caller.at(source, count), count);
    publish();
    return done;
  }

  /**
   * Writes a full buffer out at once. If that fails, the bytes that fit into the buffer count as
   * written and stay there. The next {@code mmioFlush}, {@code mmioClose} or call that needs room
   * then fails.
   */
  private int write(ByteBuffer source, int count) {
    int done = 0;
    while (window.hasRoom() || transfer.flushAndContinue()) {
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
    publish();
    return reached;
  }

  private int seekBy(int distance) {
    long target = (long) position() + distance;
    return target == (int) target ? seekTo((int) target) : -1;
  }

  /** Flushes first, because the end includes the changes. The procedure interprets the distance. */
  private int seekFromEnd(int distance) {
    int target = transfer.flush() ? transfer.seekFromEnd(distance) : -1;
    return target == -1 ? -1 : seekTo(target);
  }

  private int seekTo(int target) {
    if (transfer.isLoaded() && target <= storage.end() && window.reaches(target)) {
      window.goTo(target);
      return target;
    }
    if (!transfer.flush()) {
      return seekInBuffer(target);
    }
    publish();
    return transfer.seek(target) ? target : -1;
  }

  /** Seeks among changes that cannot be written out, but can be read and overwritten. */
  private int seekInBuffer(int target) {
    if (!window.reaches(target) || !window.isKnown(target - window.offset())) {
      return -1;
    }
    window.goTo(target);
    return target;
  }

  @Override
  public int flush(int flags) {
    boolean written = transfer.flush();
    if (written && (flags & MMIO_EMPTYBUF) != 0) {
      transfer.emptyInPlace();
    }
    publish();
    return written ? 0 : MmioError.CANNOT_WRITE.code();
  }

  /** Writes bytes twice if both the manager and the program have them as dirty (Wine 8.0). */
  @Override
  public int advance(MmioInfo passed, boolean writes) {
    boolean dirty = ProgramView.isDirty(passed);
    if ((writes || dirty) && program.isStale(passed)) {
      return MmioError.INVALID_PARAMETER.code();
    }
    if (passed != info) { // The program's position extends the known end (Wine 8.0).
      storage.extendEnd(passed.bufferOffset() + window.index(passed.next()));
    }
    int error = writes ? advanceWriting(passed, dirty) : advanceReading(passed, dirty);
    publish();
    return error;
  }

  /**
   * Continues after the bytes that were written out or, if there were none, after those that were
   * read. On failure the position is the program's.
   */
  private int advanceReading(MmioInfo passed, boolean dirty) {
    int next = window.index(passed.next());
    if (dirty && !program.acceptWritten(next)) {
      return MmioError.CANNOT_WRITE.code();
    }
    if (!program.isStale(passed)) {
      window.goToIndex(next);
    }
    int start = position();
    if (!window.isDirty()) {
      window.skipToEndRead();
    }
    if (!transfer.flush()) {
      return MmioError.CANNOT_WRITE.code();
    }
    if (transfer.refill() < 0) {
      transfer.empty(start);
      return MmioError.CANNOT_READ.code();
    }
    return 0;
  }

  private int advanceWriting(MmioInfo passed, boolean dirty) {
    int next = window.index(passed.next());
    if (!transfer.flush() || (dirty && !(program.acceptWritten(next) && transfer.flush()))) {
      return MmioError.CANNOT_WRITE.code();
    }
    transfer.continueFrom(next);
    return 0;
  }

  @Override
  public int apply(MmioInfo passed) {
    if (program.isStale(passed)) {
      return MmioError.INVALID_PARAMETER.code();
    }
    if (!program.apply(passed)) {
      return MmioError.CANNOT_WRITE.code();
    }
    publish();
    return 0;
  }

  @Override
  public void rememberShown() {
    program.remember(info);
  }

  @Override
  public int position() {
    return window.position();
  }

  @Override
  public void publish() {
    window.publish();
  }
}
