package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import org.ioproc.internal.mmsystem.MmioInfo;

/** Fills a buffer from the procedure and writes it out, and tracks the procedure's position. */
final class BufferTransfer {

  private final Storage storage;
  private final MmioInfo info;
  private final Window window;

  /** Whether a seek within the buffer needs no message. */
  private boolean loaded;

  /**
   * The procedure's position after the buffer was last filled or emptied. While the procedure is
   * still there, the next READ needs no SEEK.
   */
  private int lastPosition;

  BufferTransfer(Storage storage, MmioInfo info, Window window) {
    this.storage = storage;
    this.info = info;
    this.window = window;
  }

  /**
   * Begins with an empty buffer at a position. The first READ needs no SEEK, even if the procedure
   * is elsewhere.
   */
  void begin(int position, int procedurePosition) {
    empty(position);
    rememberPosition(procedurePosition);
    window.publish();
  }

  boolean isLoaded() {
    return loaded;
  }

  /** Makes the next seek within the buffer send a message. */
  void invalidate() {
    loaded = false;
  }

  /** Remembers the procedure's position, where reading continues. */
  void rememberPosition(int position) {
    lastPosition = position;
  }

  /**
   * Writes the buffer out, and fills it from the program's position.
   *
   * @return the number of bytes read: 0 at the end of the file, -1 on failure. After a failure the
   *     procedure may be anywhere, and the caller must empty the buffer
   */
  int refill() {
    boolean sequential = !window.isDirty() && isWhereReadingStopped();
    if (!flush() || !(sequential || storage.bringTo(window.position()))) {
      return -1;
    }
    empty(sequential ? info.diskOffset() : window.position());
    window.resetEndWrite();
    window.publish();
    int read = storage.read(window.address(), window.capacity());
    loaded = read > 0 && read <= window.capacity();
    window.filled(loaded ? read : 0);
    rememberPosition(info.diskOffset());
    return loaded || read == 0 ? read : -1;
  }

  private boolean isWhereReadingStopped() {
    return window.isAtEndRead() && info.diskOffset() == lastPosition;
  }

  /** Writes the changes out. On failure returns false, and the buffer stays dirty. */
  boolean flush() {
    if (!window.isDirty()) {
      return true;
    }
    window.publish();
    int start = window.dirtyStart();
    int count = window.dirtyCount();
    if (storage.seek(window.offset() + start, SEEK_SET) == -1
        || storage.write(window.address() + start, count) != count) {
      return false;
    }
    window.markClean();
    window.publish();
    return true;
  }

  /**
   * Writes a full buffer out, and continues after it with an empty one. The empty one begins at the
   * procedure's position if the program has reached it.
   */
  boolean flushAndContinue() {
    boolean trusted = window.isDirty() ? window.isPastDirty() : isWhereReadingStopped();
    if (!flush()) {
      return false;
    }
    startEmpty(trusted);
    return true;
  }

  /** Continues with an empty buffer at the index up to which the program has filled this one. */
  void continueFrom(int index) {
    window.goToIndex(index);
    startEmpty(window.position() == info.diskOffset() || isWhereReadingStopped());
  }

  private void startEmpty(boolean trusted) {
    empty(trusted ? info.diskOffset() : window.position());
    window.resetEndWrite();
    loaded = true;
  }

  /** Moves to a position and empties the buffer. On failure returns false and changes nothing. */
  boolean seek(int target) {
    if (storage.seek(target, SEEK_SET) == -1) {
      return false;
    }
    empty(target);
    rememberPosition(info.diskOffset());
    return true;
  }

  /** Sends the procedure to a distance from the end. Returns its position, or -1 on failure. */
  int seekFromEnd(int distance) {
    return storage.seek(distance, SEEK_END);
  }

  void empty(int position) {
    window.empty(position);
    loaded = false;
    rememberPosition(position);
  }

  /** Empties the buffer at the position. A loaded one still counts as loaded (Wine 8.0). */
  void emptyInPlace() {
    boolean wasLoaded = loaded;
    empty(window.position());
    loaded = wasLoaded;
  }
}
