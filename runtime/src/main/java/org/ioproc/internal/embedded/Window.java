package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import java.nio.ByteBuffer;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * The part of a file that is in the buffer, and the program's place in it. Places are indexes from
 * the buffer's first byte. {@code MMIOINFO} is only a copy of these fields, so nothing that a
 * procedure writes there can lead outside the buffer.
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

  /** The end of the bytes that READ has filled in: pchEndRead. */
  private int endRead;

  /** Where the program must stop writing: pchEndWrite. */
  private int endWrite;

  /**
   * The bytes from here up to {@link #knownEnd} were read from the file or written by the program.
   * No others are ever written out.
   */
  private int knownStart;

  private int knownEnd;

  /** The end of the program's changes, which counts only while the buffer is dirty. */
  private int dirtyEnd;

  private boolean dirty;

  /** Creates an empty window at the file's start. The caller must keep the memory reachable. */
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

  /** Returns whether a position in the file is in the buffer or at its end. */
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

  /** Returns whether nothing is left to read in the buffer. */
  boolean isDrained() {
    return next < knownStart || next >= knownEnd;
  }

  boolean isAtEndRead() {
    return next == endRead;
  }

  void skipToEndRead() {
    next = Math.max(next, endRead);
  }

  /** Copies at most a number of unread bytes into the target, to an index there. */
  int take(ByteBuffer target, int index, int most) {
    int count = isDrained() ? 0 : Math.min(most, knownEnd - next);
    target.put(index, memory, next, count);
    next += count;
    return count;
  }

  /** Records that READ has filled the empty buffer with that many bytes. */
  void filled(int count) {
    endRead = count;
    knownEnd = count;
  }

  /** Returns whether a write may begin here: there is room, and no gap of unknown bytes before. */
  boolean hasRoom() {
    return next < endWrite && isKnown(next);
  }

  /** Returns whether an index is among the known bytes or at their end. */
  boolean isKnown(int index) {
    return index >= knownStart && index <= knownEnd;
  }

  /** Forgets the known bytes, which must have been written out. New ones begin at the index. */
  void forgetKnown(int index) {
    knownStart = index;
    knownEnd = index;
  }

  /** Copies the source's bytes from index {@code from} up to {@code to}, as far as they fit. */
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

  /** Returns whether the program is at or after the end of its changes. */
  boolean isPastDirty() {
    return next >= dirtyEnd && isKnown(next);
  }

  /** Records that the changes have been written out or discarded. */
  void markClean() {
    dirty = false;
    dirtyEnd = 0;
  }

  /**
   * Returns the start of the bytes that a program has itself put into the buffer up to an index.
   * This is the pchNext that it was shown or the current one, whichever is closer to the index, or
   * the index if both are after it.
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

  /** Lets the program write up to the buffer's end again, even if it has set pchEndWrite. */
  void resetEndWrite() {
    endWrite = capacity;
  }

  /**
   * Applies a program's pchEndRead and pchEndWrite.
   *
   * @return whether the program changed pchEndRead, and so decides what can be read
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

  /** Returns the index of the byte at a pointer into the buffer. */
  int index(long pointer) {
    return (int) (pointer - address);
  }

  /** Updates {@code MMIOINFO}. */
  void publish() {
    info.flags(dirty ? info.flags() | MMIO_DIRTY : info.flags() & ~MMIO_DIRTY);
    info.bufferOffset(offset);
    info.next(address + next);
    info.endRead(address + endRead);
    info.endWrite(address + endWrite);
  }
}
