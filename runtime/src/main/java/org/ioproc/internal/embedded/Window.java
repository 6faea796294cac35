package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import java.nio.ByteBuffer;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * The part of a file that is in the buffer, and how far the program has come in it. The fields are
 * the truth, and {@code MMIOINFO} shows them to the procedure: nothing that a procedure writes
 * there can lead outside the buffer.
 */
final class Window {

  private final MmioInfo info;
  private final ByteBuffer memory;
  private final long address;
  private final int capacity;

  /** The file's position of the buffer's first byte. */
  private int offset;

  private int next;

  /** What READ brought ends here. */
  private int endRead;

  private int endWrite;

  /**
   * From here up to {@link #valid} the bytes are the file's, or the program's that belong there. No
   * others are ever written out.
   */
  private int knownStart;

  private int valid;

  /** What the program wrote ends here; it counts if the buffer is dirty. */
  private int dirtyEnd;

  private boolean dirty;

  /** A window in memory that somebody owns: the caller keeps it reachable. */
  Window(MmioInfo info, BufferMemory memory) {
    this.info = info;
    this.memory = memory.bytes();
    this.address = memory.address();
    this.capacity = memory.size();
    this.endWrite = capacity;
    info.buffer(address);
    info.bufferLength(capacity);
    show();
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

  /** The file's position that the program is at. */
  int position() {
    return offset + next;
  }

  /** Whether a position is inside the buffer or just behind it. */
  boolean reaches(int position) {
    return position >= offset && position - offset <= capacity;
  }

  /** Goes to a position that {@linkplain #reaches is inside}. */
  void goTo(int position) {
    next = position - offset;
  }

  /** Goes to an index, which is in the buffer or just behind it. */
  void goToIndex(int index) {
    next = index;
  }

  boolean isAllTaken() {
    return next < knownStart || next >= valid;
  }

  boolean isAtEndRead() {
    return next == endRead;
  }

  void skipToEndRead() {
    next = Math.max(next, endRead);
  }

  /** Copies as much as there is into the target, where the index {@code to} ends it. */
  int take(ByteBuffer target, int from, int to) {
    int count = isAllTaken() ? 0 : Math.min(to - from, valid - next);
    target.put(from, memory, next, count);
    next += count;
    return count;
  }

  /** Takes over what READ has brought. */
  void brought(int count) {
    endRead = count;
    valid = count;
  }

  /** There is no room behind bytes that nobody has read or written: they are not the file's. */
  boolean hasRoom() {
    return next < endWrite && isKnown(next);
  }

  /** Whether there is no gap between an index and the bytes that are known. */
  boolean isKnown(int index) {
    return index >= knownStart && index <= valid;
  }

  /** Forgets all that is in the buffer, which is written out; what comes begins at an index. */
  void knowOnlyFrom(int index) {
    knownStart = index;
    valid = index;
  }

  /** Copies as much as there is room for from the source, where the index {@code to} ends it. */
  int put(ByteBuffer source, int from, int to) {
    int count = Math.min(to - from, endWrite - next);
    memory.put(next, source, from, count);
    wrote(next + count);
    return count;
  }

  /** The program has put bytes into the buffer, and is behind them now. */
  void wrote(int end) {
    next = end;
    valid = Math.max(valid, end);
    changed(end);
  }

  /** What is known up to an index is to be written out. */
  void changed(int end) {
    dirtyEnd = Math.max(dirtyEnd, Math.min(end, valid));
    dirty = true;
  }

  boolean isDirty() {
    return dirty;
  }

  /**
   * Where the bytes begin that a program has put into the buffer up to an index: where it was shown
   * to be or where it is, whichever is closer; at the end itself if both are behind it.
   */
  int putStart(int shown, int end) {
    int closest = Math.max(shown <= end ? shown : -1, next <= end ? next : -1);
    return closest < 0 ? end : closest;
  }

  /** Where in the buffer the bytes begin that are to be written out. */
  int dirtyStart() {
    return knownStart;
  }

  /** How many bytes are to be written out. */
  int dirtyCount() {
    return Math.max(0, Math.max(dirtyEnd, Math.min(next, valid)) - knownStart);
  }

  /** Whether the program is behind all that it wrote. */
  boolean isBehindDirty() {
    return next >= dirtyEnd && isKnown(next);
  }

  void written() {
    dirty = false;
    dirtyEnd = 0;
  }

  void empty(int position) {
    offset = position;
    next = 0;
    endRead = 0;
    knownStart = 0;
    valid = 0;
  }

  /** The program may write up to the buffer's end again, whatever it has said before. */
  void open() {
    endWrite = capacity;
  }

  /**
   * Takes over where a program says that reading and writing end, and whether that is different
   * from before: then it knows best what can be read.
   */
  boolean ends(int read, int write) {
    boolean changed = read != endRead;
    if (changed) {
      endRead = read;
      valid = Math.max(read, dirtyEnd);
      knownStart = Math.min(knownStart, valid);
    }
    endWrite = write;
    return changed;
  }

  int index(long pointer) {
    return (int) (pointer - address);
  }

  /** Brings {@code MMIOINFO} up to date. */
  void show() {
    info.flags(dirty ? info.flags() | MMIO_DIRTY : info.flags() & ~MMIO_DIRTY);
    info.bufferOffset(offset);
    info.next(address + next);
    info.endRead(address + endRead);
    info.endWrite(address + endWrite);
  }
}
