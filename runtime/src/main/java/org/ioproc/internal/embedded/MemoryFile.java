package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * A file in memory, {@code "MEM "}: the buffer is the file. It grows by {@code adwInfo[0]} bytes at
 * a time, or not at all if that is 0; a caller's own memory is then left for new memory, and {@code
 * pchBuffer} tells where that is.
 *
 * <p>Source: Microsoft, "MMIOINFO structure", {@code adwInfo}, and "mmioOpen function".
 */
final class MemoryFile implements Access {

  private final MmioInfo info;
  private final int step;
  private final LastCallerView callers = new LastCallerView();
  private ByteBuffer memory;
  private long address;
  private int next;

  /** The file's size. */
  private int end;

  private boolean dirty;

  /** What the program was shown last: {@code pchNext} and {@code pchEndRead}. */
  private int shownNext;

  private int shownEnd;

  /** A file in memory that somebody owns or, without it, an empty one that can only grow. */
  MemoryFile(MmioInfo info, BufferMemory memory) {
    this.info = info;
    this.step = Math.max(0, info.info(0));
    this.memory = memory.bytes();
    this.address = memory.address();
    this.end = (info.flags() & MMIO_CREATE) != 0 ? 0 : memory.size();
    show();
  }

  @Override
  public int read(long target, int count) {
    if (count <= 0 || target == 0) {
      return count == 0 ? 0 : -1;
    }
    int part = Math.max(0, Math.min(count, end - next));
    callers.at(target, count).put(0, memory, next, part);
    next += part;
    show();
    return part;
  }

  @Override
  public int write(long source, int count) {
    if (count <= 0 || source == 0) {
      return count == 0 ? 0 : -1;
    }
    expand((long) next + count);
    int part = Math.min(count, memory.capacity() - next);
    if (part == 0) {
      return memory.capacity() == 0 ? 0 : -1; // As winmm has it (Wine 8.0).
    }
    clearTo(next);
    memory.put(next, callers.at(source, count), 0, part);
    next += part;
    end = Math.max(end, next);
    dirty = true;
    show();
    return part;
  }

  /** Between its end and what is written behind it a file has zeros. */
  private void clearTo(int start) {
    for (; end < start; end++) {
      memory.put(end, (byte) 0);
    }
  }

  /** Grows in whole steps, if it may and there is memory. */
  private void expand(long size) {
    long missing = size - memory.capacity();
    if (step == 0 || missing <= 0) {
      return;
    }
    long larger = memory.capacity() + (missing + step - 1) / step * step;
    try {
      BufferMemory grown = BufferMemory.of(0, (int) Math.min(larger, Integer.MAX_VALUE));
      grown.bytes().put(0, memory, 0, end);
      memory = grown.bytes();
      address = grown.address();
    } catch (MmioException full) {
      // What fits is written, and the count tells.
    }
  }

  @Override
  public int seek(int offset, int origin) {
    long target =
        switch (origin) {
          case SEEK_SET -> offset;
          case SEEK_CUR -> (long) next + offset;
          case SEEK_END -> (long) end - offset;
          default -> -1;
        };
    if (target < 0 || target > memory.capacity()) {
      return -1;
    }
    next = (int) target;
    show();
    return next;
  }

  @Override
  public int flush(int flags) {
    dirty = false;
    show();
    return 0;
  }

  /** There is nothing more to read; to write, the memory grows by one step. */
  @Override
  public int advance(MmioInfo told, boolean writes) {
    put(told);
    int before = memory.capacity();
    if (writes) {
      expand((long) before + 1);
    } else {
      next = end;
    }
    dirty = false;
    show();
    return writes && next == memory.capacity() ? MmioError.CANNOT_EXPAND.code() : 0;
  }

  /**
   * Goes where the program says; what it has put behind where it was, and says so, is the file's.
   */
  private void put(MmioInfo told) {
    int start = Math.max(next, shownNext);
    next = (int) (told.next() - address);
    if ((told.flags() & MMIO_DIRTY) != 0 && next > start) {
      clearTo(start);
      end = Math.max(end, next);
    }
  }

  /** An end that is as it was shown has not been changed, whatever was written since. */
  @Override
  public int told(MmioInfo told) {
    int toldEnd = (int) (told.endRead() - address);
    end = toldEnd == shownEnd ? end : toldEnd;
    put(told);
    dirty = (told.flags() & MMIO_DIRTY) != 0;
    info.flags(told.flags());
    info.diskOffset(told.diskOffset());
    show();
    return 0;
  }

  @Override
  public void shown() {
    shownNext = next;
    shownEnd = end;
  }

  @Override
  public int position() {
    return next;
  }

  @Override
  public void show() {
    info.flags(dirty ? info.flags() | MMIO_DIRTY : info.flags() & ~MMIO_DIRTY);
    info.buffer(address);
    info.bufferLength(memory.capacity());
    info.next(address + next);
    info.endRead(address + end);
    info.endWrite(address + memory.capacity());
  }
}
