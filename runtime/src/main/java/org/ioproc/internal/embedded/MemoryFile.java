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
 * A file in memory, {@code "MEM "}: the buffer is the file. It grows in steps of {@code adwInfo[0]}
 * bytes, or not at all if that is 0. To grow, it moves from the program's memory to newly allocated
 * memory, and {@code pchBuffer} shows the new address.
 *
 * <p>Source: Microsoft, "MMIOINFO structure", {@code adwInfo}, and "mmioOpen function".
 */
final class MemoryFile implements Access {

  private final MmioInfo info;
  private final int step;
  private final LastCallerView caller = new LastCallerView();
  private ByteBuffer memory;
  private long address;
  private int next;

  /** The file's size. */
  private int end;

  private boolean dirty;

  /** The pchNext and pchEndRead that the program was last shown. */
  private int shownNext;

  private int shownEnd;

  /** Creates a file in the memory, which may be empty. A program's memory must stay allocated. */
  MemoryFile(MmioInfo info, BufferMemory memory) {
    this.info = info;
    this.step = Math.max(0, info.info(0));
    this.memory = memory.bytes();
    this.address = memory.address();
    this.end = (info.flags() & MMIO_CREATE) != 0 ? 0 : memory.size();
    publish();
  }

  @Override
  public int read(long target, int count) {
    if (count <= 0 || target == 0) {
      return count == 0 ? 0 : -1;
    }
    int part = Math.max(0, Math.min(count, end - next));
    caller.at(target, count).put(0, memory, next, part);
    next += part;
    publish();
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
      return memory.capacity() == 0 ? 0 : -1; // As in winmm (Wine 8.0).
    }
    clearTo(next);
    memory.put(next, caller.at(source, count), 0, part);
    next += part;
    end = Math.max(end, next);
    dirty = true;
    publish();
    return part;
  }

  /** Fills the gap between the file's end and the start of a write with zeros. */
  private void clearTo(int start) {
    for (; end < start; end++) {
      memory.put(end, (byte) 0);
    }
  }

  /** Grows in whole steps to at least the size, if it can grow and there is enough memory. */
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
      // The caller writes what fits, and returns the count.
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
    publish();
    return next;
  }

  @Override
  public int flush(int flags) {
    dirty = false;
    publish();
    return 0;
  }

  /** Moves to the end to read, because nothing more can be loaded. To write, grows by one step. */
  @Override
  public int advance(MmioInfo passed, boolean writes) {
    moveTo(passed);
    int before = memory.capacity();
    if (writes) {
      expand((long) before + 1);
    } else {
      next = end;
    }
    dirty = false;
    publish();
    return writes && next == memory.capacity() ? MmioError.CANNOT_EXPAND.code() : 0;
  }

  /** Moves to the program's pchNext. With MMIO_DIRTY, the program has written up to there. */
  private void moveTo(MmioInfo passed) {
    int start = Math.max(next, shownNext);
    next = (int) (passed.next() - address);
    if ((passed.flags() & MMIO_DIRTY) != 0 && next > start) {
      clearTo(start);
      end = Math.max(end, next);
    }
  }

  /** Keeps the file's end if the program has not changed pchEndRead. */
  @Override
  public int apply(MmioInfo passed) {
    int passedEnd = (int) (passed.endRead() - address);
    end = passedEnd == shownEnd ? end : passedEnd;
    moveTo(passed);
    dirty = (passed.flags() & MMIO_DIRTY) != 0;
    info.flags(passed.flags());
    info.diskOffset(passed.diskOffset());
    publish();
    return 0;
  }

  @Override
  public void rememberShown() {
    shownNext = next;
    shownEnd = end;
  }

  @Override
  public int position() {
    return next;
  }

  @Override
  public void publish() {
    info.flags(dirty ? info.flags() | MMIO_DIRTY : info.flags() & ~MMIO_DIRTY);
    info.buffer(address);
    info.bufferLength(memory.capacity());
    info.next(address + next);
    info.endRead(address + end);
    info.endWrite(address + memory.capacity());
  }
}
