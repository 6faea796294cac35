package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * What goes between the buffer and the procedure: filling the one, writing it out, and knowing
 * where the other stands.
 */
final class BufferTransfer {

  private final Storage storage;
  private final MmioInfo info;
  private final Window window;

  /** Whether seeking inside the buffer may do without a message. */
  private boolean loaded;

  /**
   * Where the procedure stood when the buffer was filled or emptied. It is believed, unless the
   * manager has sent it elsewhere since.
   */
  private int settled;

  BufferTransfer(Storage storage, MmioInfo info, Window window) {
    this.storage = storage;
    this.info = info;
    this.window = window;
  }

  /** Begins empty, at a position; where the procedure stands now is right, if it says so. */
  void begin(int position, int procedureAt) {
    empty(position);
    settled = procedureAt;
    window.show();
  }

  boolean isLoaded() {
    return loaded;
  }

  /** Without what READ brought, seeking is a message again. */
  void unload() {
    loaded = false;
  }

  /** Where the procedure stands is where the program and it left off. */
  void settle() {
    settled = info.diskOffset();
  }

  /** The program says where what was read ends: the procedure goes on there, or is sent there. */
  void readEndsAt(int position) {
    settled = position;
  }

  /**
   * The count that READ brought: 0 at the end of the file, -1 on failure. Where the procedure
   * stands then it need not say, so the caller empties the buffer.
   */
  int refill() {
    boolean sequential = !window.isDirty() && isWhereItWasLeft();
    if (!flush() || !(sequential || call(window.position()))) {
      return -1;
    }
    empty(sequential ? info.diskOffset() : window.position());
    window.open();
    window.show();
    int got = storage.read(window.address(), window.capacity());
    loaded = got > 0 && got <= window.capacity();
    window.brought(loaded ? got : 0);
    settle();
    return loaded || got == 0 ? got : -1;
  }

  private boolean isWhereItWasLeft() {
    return window.isAtEndRead() && info.diskOffset() == settled;
  }

  /** A flush, or a seek inside the buffer, leaves the procedure somewhere else. */
  private boolean call(int position) {
    return info.diskOffset() == position || storage.seek(position, SEEK_SET) != -1;
  }

  /** Writes out what is to be written; false if that fails, and then it stays to be written. */
  boolean flush() {
    if (!window.isDirty()) {
      return true;
    }
    window.show();
    int start = window.dirtyStart();
    int count = window.dirtyCount();
    if (storage.seek(window.offset() + start, SEEK_SET) == -1
        || storage.write(window.address() + start, count) != count) {
      return false;
    }
    window.written();
    window.show();
    return true;
  }

  /** Written out, it goes on where the procedure stands, if that is where the program is. */
  boolean flushFull() {
    boolean believed = window.isDirty() ? window.isBehindDirty() : isWhereItWasLeft();
    if (!flush()) {
      return false;
    }
    goOn(believed);
    return true;
  }

  /** After the program's own part was written out: as after a full buffer. */
  void goOnFrom(int next) {
    window.goTo(window.offset() + next);
    goOn(window.position() == info.diskOffset() || isWhereItWasLeft());
  }

  private void goOn(boolean believed) {
    empty(believed ? info.diskOffset() : window.position());
    window.open();
    loaded = true;
  }

  /** False if the procedure does not go there; then the buffer is what it was. */
  boolean seek(int target) {
    if (storage.seek(target, SEEK_SET) == -1) {
      return false;
    }
    empty(target);
    settle();
    return true;
  }

  /** Where the procedure is, sent to a distance from the end; -1 on failure. */
  int sought(int distance) {
    return storage.seek(distance, SEEK_END);
  }

  void empty(int position) {
    window.empty(position);
    loaded = false;
    settled = position;
  }

  /** Empties the buffer where the program is; it counts as loaded if it did (Wine 8.0). */
  void emptyHere() {
    boolean wasLoaded = loaded;
    empty(window.position());
    loaded = wasLoaded;
  }
}
