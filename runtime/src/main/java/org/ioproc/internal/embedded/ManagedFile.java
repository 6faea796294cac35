package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.jspecify.annotations.Nullable;

/**
 * A file that is open: its procedure, its {@code MMIOINFO} and its buffer, if it has one.
 *
 * <p>Threads: one at a time.
 */
final class ManagedFile {

  private final Procedure procedure;
  private final MmioInfo info;
  private final Storage storage;
  private final ChunkWalker chunks;
  private Access access;

  private long handle;

  /**
   * Prepares a file for MMIOM_OPEN, with its {@code MMIOINFO} and its buffer.
   *
   * @param asked what the program passed to {@code mmioOpen}
   * @throws MmioException if there is not enough memory for the buffer
   */
  static ManagedFile prepare(Procedure procedure, @Nullable MmioInfo asked, int flags)
      throws MmioException {
    MmioInfo info = MmioInfo.allocate();
    info.fccIoProc(procedure.code()); // Microsoft: none of a procedure that is not installed.
    info.flags(flags);
    if (asked != null) {
      copyWords(asked, info);
    }
    return new ManagedFile(procedure, info, BufferMemory.forOpening(asked, flags));
  }

  private ManagedFile(Procedure procedure, MmioInfo info, BufferMemory memory) {
    this.procedure = procedure;
    this.info = info;
    this.storage = new Storage(procedure.entry(), info, this);
    this.chunks = new ChunkWalker(this);
    this.access = access(memory);
  }

  private static void copyWords(MmioInfo from, MmioInfo to) {
    for (int i = 0; i < 3; i++) {
      to.info(i, from.info(i));
    }
  }

  private Access access(BufferMemory memory) {
    int others = info.flags() & ~MMIO_ALLOCBUF;
    info.flags(memory.isAllocated() ? others | MMIO_ALLOCBUF : others);
    if (procedure.address() == MemProcedure.address()) {
      return new MemoryFile(info, memory);
    }
    return memory.isEmpty()
        ? new Unbuffered(storage, info, memory.address())
        : new Buffer(storage, info, memory);
  }

  Procedure procedure() {
    return procedure;
  }

  ChunkWalker chunks() {
    return chunks;
  }

  long handle() {
    return handle;
  }

  void handle(long handle) {
    this.handle = handle;
    info.handle(handle);
  }

  /** 0, or an error code. */
  int open(long name) {
    int error = storage.open(name);
    return error == 0 ? opened() : error;
  }

  private int opened() {
    if (procedure.code() == FourCc.DOS.value() // Also of a program's own (Wine 8.0).
        && !storage.findEnd()) {
      storage.close(0);
      return MmioError.CANNOT_SEEK.code();
    }
    if (access instanceof Buffer buffer) {
      buffer.begin(0, info.diskOffset());
    }
    return 0;
  }

  /** The procedure gets its CLOSE whatever happens to the buffer; the first error is returned. */
  int close(int flags) {
    int lost = flush(0);
    Throwable why = lost == 0 ? null : LastFailure.take();
    int error = storage.close(flags);
    if (why != null) {
      LastFailure.set(why);
    }
    return lost != 0 ? lost : error;
  }

  int read(long address, int count) {
    return access.read(address, count);
  }

  int write(long address, int count) {
    return access.write(address, count);
  }

  int seek(int offset, int origin) {
    return access.seek(offset, origin);
  }

  /** 0, or an error code. */
  int flush(int flags) {
    return access.flush(flags);
  }

  /** Another buffer, or none; the position stays. 0, or an error code. */
  int setBuffer(long address, int bytes) {
    if (access instanceof MemoryFile) { // Its memory is the file.
      return MmioError.INVALID_PARAMETER.code();
    }
    int error = access.flush(0);
    if (error != 0) {
      return error;
    }
    if (bytes == 0 && !bringTo(access.position())) {
      return MmioError.CANNOT_SEEK.code();
    }
    try {
      useBuffer(address, bytes);
      return 0;
    } catch (MmioException noMemory) {
      return noMemory.error().code();
    }
  }

  /** Without a buffer the procedure itself is where the program is; a buffer was ahead of it. */
  private boolean bringTo(int position) {
    return info.diskOffset() == position || storage.seek(position, SEEK_SET) != -1;
  }

  private void useBuffer(long address, int bytes) throws MmioException {
    int position = access.position();
    access = access(BufferMemory.of(address, bytes));
    info.bufferOffset(position);
    if (access instanceof Buffer emptied) {
      emptied.begin(position, position);
    }
  }

  /** 0, or an error code. */
  int setInfo(MmioInfo told) {
    if (!isInBuffer(told.next()) || !isInBuffer(told.endRead()) || !isInBuffer(told.endWrite())) {
      return MmioError.INVALID_PARAMETER.code();
    }
    int error = access.told(told);
    if (error == 0) {
      copyWords(told, info);
    }
    return error;
  }

  private boolean isInBuffer(long pointer) {
    return pointer >= info.buffer() && pointer <= info.buffer() + info.bufferLength();
  }

  /** 0, or an error code. The program's own flags stay, but for the dirty one after writing. */
  int advance(@Nullable MmioInfo told, int flags) {
    if (info.bufferLength() == 0) {
      return MmioError.UNBUFFERED.code();
    }
    MmioInfo known = told == null ? info : told;
    if ((flags & ~MMIO_WRITE) != 0 || !isInBuffer(known.next())) {
      return MmioError.INVALID_PARAMETER.code();
    }
    int error = access.advance(known, (flags & MMIO_WRITE) != 0);
    if (told != null) {
      InfoCopy.advanced(info, told, error == 0 && (flags & MMIO_WRITE) != 0);
      access.shown();
    }
    return error;
  }

  long send(int message, long lParam1, long lParam2) {
    access.show();
    return storage.send(message, lParam1, lParam2);
  }

  /** Microsoft documents that the program learns the procedure's address; messages bring none. */
  void copyInfo(MmioInfo target) {
    access.show();
    access.shown();
    info.copyTo(target);
    target.ioProc(procedure.address());
  }
}
