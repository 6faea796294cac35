package org.ioproc.internal.embedded;

import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_PARSE;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Held;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code mmioOpen}. The flags select the operation: completing the name to a full path,
 * deleting the file, checking whether it exists, or opening it.
 *
 * <p>Source: Microsoft, "mmioOpen function".
 */
final class MmioOpen {

  private static final int TRUE = 1;

  private final Procedures procedures;
  private final Handles handles;
  private final @Nullable ByteBuffer name;
  private final @Nullable MmioInfo info;
  private final int flags;

  /** Stores the parameters. {@link #call} carries out the call. */
  MmioOpen(
      Procedures procedures,
      Handles handles,
      @Nullable ByteBuffer name,
      @Nullable MmioInfo info,
      int flags) {
    this.procedures = procedures;
    this.handles = handles;
    this.name = name;
    this.info = info;
    this.flags = flags;
  }

  /** Returns a handle, {@code TRUE} if no file stays open, or 0 with the error in wErrorRet. */
  long call() {
    if ((flags & MMIO_PARSE) != 0) {
      return parse();
    }
    Procedure procedure = procedures.take(name, info);
    if (procedure == null) {
      return fail(MmioError.CANNOT_OPEN);
    }
    long result = 0;
    try {
      result = send(procedure);
      return result;
    } finally {
      if (result == 0 || result == TRUE) {
        procedures.giveBack(procedure);
      }
    }
  }

  private long parse() {
    boolean isParsed = name != null && FullPath.replace(name);
    return isParsed ? TRUE : fail(MmioError.INVALID_PARAMETER);
  }

  private long send(Procedure procedure) {
    ManagedFile file;
    try {
      file = ManagedFile.prepare(procedure, info, flags);
    } catch (MmioException | OutOfMemoryError noMemory) {
      return fail(MmioError.OUT_OF_MEMORY);
    }
    int error = (int) Held.call(name, file::open);
    if (error != 0) {
      return answer(error, 0);
    }
    if ((flags & MMIO_DELETE) != 0) {
      return answer(0, TRUE);
    }
    return (flags & MMIO_EXIST) != 0 ? exists(file) : open(file);
  }

  /** Leaves wErrorRet unchanged, as winmm does (Wine 8.0). */
  private long exists(ManagedFile file) {
    file.close(0); // A procedure that does not know MMIO_EXIST has opened the file.
    if (name != null) {
      FullPath.replace(name);
    }
    return TRUE;
  }

  private long open(ManagedFile file) {
    long handle = 0;
    try {
      handle = handles.add(file);
    } finally {
      if (handle == 0) { // Too many files are open, or there is not enough memory.
        file.close(0);
      }
    }
    return handle == 0 ? fail(MmioError.TOO_MANY_OPEN_FILES) : answer(0, handle);
  }

  private long fail(MmioError error) {
    return answer(error.code(), 0);
  }

  private long answer(int error, long result) {
    if (info != null) {
      info.errorRet(error);
    }
    return result;
  }
}
