package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;

import java.nio.ByteBuffer;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.TokenTable;
import org.jspecify.annotations.Nullable;

/**
 * An open file: its procedure, its {@code MMIOINFO} and its buffer, if it has one.
 *
 * <p>Threads: only one at a time may use a file.
 */
final class ManagedFile implements TokenTable.Numbered {

  private final Procedure procedure;
  private final MmioInfo info;
  private final Storage storage;
  private final ChunkWalker chunks;
  private Access access;

  private long handle;

  /**
   * Prepares a file for MMIOM_OPEN, with its {@code MMIOINFO} and its buffer.
   *
   * @param passed the structure that the program passed to {@code mmioOpen}, if any
   * @throws MmioException if there is not enough memory for the buffer
   */
  static ManagedFile prepare(Procedure procedure, @Nullable MmioInfo passed, int flags)
      throws MmioException {
    MmioInfo info = MmioInfo.allocate();
    info.fccIoProc(procedure.code());
    info.flags(flags);
    if (passed != null) {
      copyWords(passed, info);
    }
    return new ManagedFile(procedure, info, BufferMemory.forOpening(passed, flags));
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

  /** Returns the handle, by which {@link Handles} finds the file. */
  @Override
  public long number() {
    return handle;
  }

  @Override
  public void number(long number) {
    handle = number;
    info.handle(number);
  }

  /** Sends MMIOM_OPEN. Returns 0 or an error code. */
  int open(long name) {
    int error = storage.open(name);
    return error == 0 ? opened() : error;
  }

  private int opened() {
    if (procedure.code() == FourCc.DOS.value() // Even if a program has replaced it (Wine 8.0).
        && !storage.findEnd()) {
      storage.close(0);
      return MmioError.CANNOT_SEEK.code();
    }
    if (access instanceof Buffer buffer) {
      buffer.begin(0, info.diskOffset());
    }
    return 0;
  }

  /** Sends MMIOM_CLOSE even if the buffer cannot be written out. Returns 0 or the first error. */
  int close(int flags) {
    int flushError = flush(0);
    Throwable cause = flushError == 0 ? null : LastFailure.take();
    int closeError = storage.close(flags);
    if (cause != null) {
      LastFailure.set(cause);
    }
    return flushError != 0 ? flushError : closeError;
  }

  int read(long address, int count) {
    return access.read(address, count);
  }

  int read(ByteBuffer target, int count) {
    return access.read(target, count);
  }

  int write(long address, int count) {
    return access.write(address, count);
  }

  int seek(int offset, int origin) {
    return access.seek(offset, origin);
  }

  /** Returns 0 or an error code. */
  int flush(int flags) {
    return access.flush(flags);
  }

  /** Replaces or removes the buffer, and keeps the position. Returns 0 or an error code. */
  int setBuffer(long address, int bytes) {
    if (access instanceof MemoryFile) { // The file is its memory.
      return MmioError.INVALID_PARAMETER.code();
    }
    int error = access.flush(0);
    if (error != 0) {
      return error;
    }
    if (bytes == 0 && !storage.bringTo(access.position())) { // The buffer may have read ahead.
      return MmioError.CANNOT_SEEK.code();
    }
    try {
      useBuffer(address, bytes);
      return 0;
    } catch (MmioException noMemory) {
      return noMemory.error().code();
    }
  }

  private void useBuffer(long address, int bytes) throws MmioException {
    int position = access.position();
    access = access(BufferMemory.of(address, bytes));
    info.bufferOffset(position);
    if (access instanceof Buffer buffer) {
      buffer.begin(position, position);
    }
  }

  /** Carries out {@code mmioSetInfo}. Returns 0 or an error code. */
  int setInfo(MmioInfo passed) {
    if (!isInBuffer(passed.next())
        || !isInBuffer(passed.endRead())
        || !isInBuffer(passed.endWrite())) {
      return MmioError.INVALID_PARAMETER.code();
    }
    int error = access.apply(passed);
    if (error == 0) {
      copyWords(passed, info);
    }
    return error;
  }

  private boolean isInBuffer(long pointer) {
    return pointer >= info.buffer() && pointer <= info.buffer() + info.bufferLength();
  }

  /**
   * Carries out {@code mmioAdvance}, and updates the program's structure. Its flags stay unchanged,
   * except that successful writing clears MMIO_DIRTY.
   *
   * @return 0 or an error code
   */
  int advance(@Nullable MmioInfo passed, int flags) {
    if (info.bufferLength() == 0) {
      return MmioError.UNBUFFERED.code();
    }
    MmioInfo program = passed == null ? info : passed;
    if ((flags & ~MMIO_WRITE) != 0 || !isInBuffer(program.next())) {
      return MmioError.INVALID_PARAMETER.code();
    }
    boolean writes = (flags & MMIO_WRITE) != 0;
    int error = access.advance(program, writes);
    if (passed != null) {
      InfoCopy.showAdvanced(info, passed, writes && error == 0);
      access.rememberShown();
    }
    return error;
  }

  long send(int message, long lParam1, long lParam2) {
    access.publish();
    return storage.send(message, lParam1, lParam2);
  }

  /**
   * Copies MMIOINFO for the program. As Microsoft documents, the copy has the procedure's address,
   * which the structure in messages does not.
   */
  void copyInfo(MmioInfo target) {
    access.publish();
    access.rememberShown();
    info.copyTo(target);
    target.ioProc(procedure.address());
  }
}
