package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import java.nio.ByteBuffer;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * The part of a file that is in the buffer, and the program's place in it. Places in the buffer are
 * indexes: 0 is its first byte. These fields are the truth, and {@code MMIOINFO} only shows them to
 * the procedure, so nothing that a procedure writes there can lead outside the buffer.
 */
final class Window {

  private final MmioInfo info;
  private final ByteBuffer memory;
  private final long address;
  private final int capacity;

  /** The position in the file of the buffer's first byte: lBufOffset. */
  private int offset;

  /** Where the next read or write begins: pchNext. */
  private int next;

  /** The end of what READ has filled in: pchEndRead. */
  private int endRead;

  /** Where the program must stop writing: pchEndWrite. */
  private int endWrite;

  /**
   * From here up to {@link #knownEnd} the bytes are the file's, or the program's that belong there.
   * No others are ever written out.
   */
  private int knownStart;

  private int knownEnd;

  /** The end of what the program has changed; it counts only while the buffer is dirty. */
  private int dirtyEnd;

  private boolean dirty;

  /** Creates an empty window at the file's start. The caller keeps the memory reachable. */
  Window(MmioInfo info, BufferMemory memory) {
    this.info = info;
    this.memory = memory.bytes();
    this.address = memory.address();
    this.capacity = memory.size();
    this.endWrite = capacity;
    info.buffer(address);
    info.bufferLength(capacity);
    publish();
  }

  long address() {
    return address;
  }

  int capacity() {
    return capacity;
  }

  int offset() {
    return offset;
  }

  /** Returns the program's position in the file. */
  int position() {
    return offset + next;
  }

  /** Whether a position in the file is in the buffer or at its end. */
  boolean reaches(int position) {
    return position >= offset && position - offset <= capacity;
  }

  /** Moves to a position that the buffer {@linkplain #reaches reaches}. */
  void goTo(int position) {
    next = position - offset;
  }

  /** Moves to an index, at most the buffer's end. */
  void goToIndex(int index) {
    next = index;
  }

  /** Whether there is nothing left to read in the buffer. */
  boolean isDrained() {
    return next < knownStart || next >= knownEnd;
  }

  boolean isAtEndRead() {
    return next == endRead;
  }

  void skipToEndRead() {
    next = Math.max(next, endRead);
  }

  /** Copies what is left to read into the target, from one index of it up to another at most. */
  int take(ByteBuffer target, int from, int to) {
    int count = isDrained() ? 0 : Math.min(to - from, knownEnd - next);
    target.put(from, memory, next, count);
    next += count;
    return count;
  }

  /** Records that READ has filled the empty buffer with that many bytes. */
  void filled(int count) {
    endRead = count;
    knownEnd = count;
  }

  /** Whether a write may go here. There must be no gap before it: a gap is never written out. */
  boolean hasRoom() {
    return next < endWrite && isKnown(next);
  }

  /** Whether an index is among the known bytes or at their end. */
  boolean isKnown(int index) {
    return index >= knownStart && index <= knownEnd;
  }

  /** Forgets the known bytes, which must be written out; the next known ones begin at the index. */
  void forgetKnown(int index) {
    knownStart = index;
    knownEnd = index;
  }

  /** Copies from the source as much as there is room for, from one index of it up to another. */
  int put(ByteBuffer source, int from, int to) {
    int count = Math.min(to - from, endWrite - next);
    memory.put(next, source, from, count);
    next += count;
    markDirty(next);
    return count;
  }

  /** Records that the program has written to the buffer up to an index. */
  void markDirty(int end) {
    knownEnd = Math.max(knownEnd, end);
    markKnownDirty(end);
  }

  /** Records that the program may have changed known bytes, up to an index. */
  void markKnownDirty(int end) {
    dirtyEnd = Math.max(dirtyEnd, Math.min(end, knownEnd));
    dirty = true;
  }

  boolean isDirty() {
    return dirty;
  }

  /** Returns the index of the first byte to write out. */
  int dirtyStart() {
    return knownStart;
  }

  /** Returns how many bytes to write out. */
  int dirtyCount() {
    return Math.max(0, Math.max(dirtyEnd, Math.min(next, knownEnd)) - knownStart);
  }

  /** Whether the program is at or after the end of what it has changed. */
  boolean isPastDirty() {
    return next >= dirtyEnd && isKnown(next);
  }

  /** Records that the changes are written out or given up. */
  void markClean() {
    dirty = false;
    dirtyEnd = 0;
  }

  /**
   * Returns where the bytes begin that a program has written up to an index by itself: at the
   * pchNext that it was shown or at the current one, whichever is closer to the index, or at the
   * index itself if both are after it.
   */
  int writtenStart(int shownNext, int end) {
    int closest = Math.max(shownNext <= end ? shownNext : -1, next <= end ? next : -1);
    return closest < 0 ? end : closest;
  }

  /** Empties the window, and moves it to a position in the file. */
  void empty(int position) {
    offset = position;
    next = 0;
    endRead = 0;
    knownStart = 0;
    knownEnd = 0;
  }

  /** Lets the program write up to the buffer's end again, whatever pchEndWrite it has set. */
  void resetEndWrite() {
    endWrite = capacity;
  }

  /**
   * Applies a program's pchEndRead and pchEndWrite.
   *
   * @return whether pchEndRead has changed; the program then knows best what can be read
   */
  boolean setEnds(int read, int write) {
    boolean changed = read != endRead;
    if (changed) {
      endRead = read;
      knownEnd = Math.max(read, dirtyEnd);
      knownStart = Math.min(knownStart, knownEnd);
    }
    endWrite = write;
    return changed;
  }

  /** Returns the index that a pointer into the buffer stands for. */
  int index(long pointer) {
    return (int) (pointer - address);
  }

  /** Brings {@code MMIOINFO} up to date. */
  void publish() {
    info.flags(dirty ? info.flags() | MMIO_DIRTY : info.flags() & ~MMIO_DIRTY);
    info.bufferOffset(offset);
    info.next(address + next);
    info.endRead(address + endRead);
    info.endWrite(address + endWrite);
  }
}
