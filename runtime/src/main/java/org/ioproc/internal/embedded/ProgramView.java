package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * A program's copy of a buffered file's {@code MMIOINFO}. The program reads and writes the buffer
 * directly, moves its copy's pointers, sets or clears MMIO_DIRTY, and passes the copy back. This
 * class compares the copy with the one that the program was shown, and applies the differences to
 * the {@link Window}.
 */
final class ProgramView {

  private final MmioInfo info;
  private final Window window;
  private final BufferTransfer transfer;

  private int shownNext;
  private boolean shownDirty;
  private int shownDiskOffset;

  ProgramView(MmioInfo info, Window window, BufferTransfer transfer) {
    this.info = info;
    this.window = window;
    this.transfer = transfer;
  }

  /** Remembers the copy that the program now has. */
  void remember(MmioInfo shown) {
    shownNext = window.index(shown.next());
    shownDirty = isDirty(shown);
    shownDiskOffset = shown.diskOffset();
  }

  static boolean isDirty(MmioInfo passed) {
    return (passed.flags() & MMIO_DIRTY) != 0;
  }

  /**
   * Returns whether the buffer has moved since the program received its copy, which makes the
   * copy's pointers invalid.
   */
  boolean isStale(MmioInfo passed) {
    return passed.bufferOffset() != window.offset();
  }

  /**
   * Accepts the bytes that the program has put into the buffer up to an index, and moves there. The
   * program has either continued from its position or changed bytes before it. If there is a gap
   * between the known bytes and the new ones, the known ones are written out first, because a gap
   * never is.
   *
   * @return false if that fails, with nothing accepted
   */
  boolean acceptWritten(int end) {
    int start = window.writtenStart(shownNext, end);
    if (start < end && !window.isKnown(start)) {
      if (!transfer.flush()) {
        return false;
      }
      window.forgetKnown(start);
    }
    if (start < end) {
      window.markDirty(end);
    } else if (!shownDirty || !window.isDirty()) {
      window.markKnownDirty(Math.max(shownNext, end));
    }
    window.goToIndex(end);
    return true;
  }

  /**
   * Applies what the program passed to {@code mmioSetInfo}, which must not be stale. A field that
   * has the value that the program was shown counts as unchanged, even if the file's value is
   * different by now.
   *
   * @return false if changes could not be written out, with nothing applied
   */
  boolean apply(MmioInfo passed) {
    int next = window.index(passed.next());
    boolean dirty = isDirty(passed);
    if (dirty && !acceptWritten(next)) {
      return false;
    }
    boolean discards = !dirty && shownDirty && next == shownNext;
    window.goToIndex(next);
    applyEnds(passed, discards && window.isDirty());
    if (passed.diskOffset() != shownDiskOffset) {
      info.diskOffset(passed.diskOffset());
      transfer.rememberPosition(passed.diskOffset());
    }
    info.flags(passed.flags());
    remember(passed);
    return true;
  }

  /**
   * Applies pchEndRead and pchEndWrite, or discards the changes. A program discards them by
   * clearing MMIO_DIRTY in its copy. A copy from before the changes never had the flag.
   */
  private void applyEnds(MmioInfo passed, boolean discards) {
    int endRead = window.index(passed.endRead());
    if (discards) {
      window.markClean();
      transfer.empty(window.position());
    } else if (window.setEnds(endRead, window.index(passed.endWrite()))) {
      transfer.rememberPosition(passed.bufferOffset() + endRead);
    }
  }
}
