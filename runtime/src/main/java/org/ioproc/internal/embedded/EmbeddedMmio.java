package org.ioproc.internal.embedded;

import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_INSTALLPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_REMOVEPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_TOUPPER;

import java.nio.ByteBuffer;
import java.util.function.LongFunction;
import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Held;
import org.ioproc.internal.transport.IoProcedure;
import org.jspecify.annotations.Nullable;

/**
 * mmio's functions in Java.
 *
 * <p>Threads: any thread may call the functions, and so may a procedure while it is being called. A
 * file must be used by one thread at a time. No lock is held while a procedure is called.
 *
 * <p>Source: Microsoft, "Multimedia File I/O Functions".
 */
public final class EmbeddedMmio implements MmioFunctions {

  private final Procedures procedures;
  private final Handles handles = new Handles();

  private EmbeddedMmio(LongFunction<IoProcedure> calls) {
    this.procedures = new Procedures(calls);
  }

  /** Creates a manager that calls procedures in Java directly, and others by native address. */
  public static EmbeddedMmio direct() {
    return new EmbeddedMmio(Procedure::direct);
  }

  /** Creates a manager that calls every procedure by its native address, as winmm does. */
  public static EmbeddedMmio viaNative() {
    return new EmbeddedMmio(Procedure::viaNative);
  }

  @Override
  public long mmioInstallIOProc(int fccIoProc, long procedure, int flags) {
    return switch (flags & (MMIO_INSTALLPROC | MMIO_REMOVEPROC | MMIO_FINDPROC)) {
      case MMIO_INSTALLPROC -> procedures.install(fccIoProc, procedure);
      case MMIO_REMOVEPROC -> procedures.remove(fccIoProc, procedure);
      case MMIO_FINDPROC -> procedures.find(fccIoProc);
      default -> 0; // Exactly one of these flags is required.
    };
  }

  @Override
  public long mmioOpen(@Nullable ByteBuffer name, @Nullable MmioInfo info, int flags) {
    return new MmioOpen(procedures, handles, name, info, flags).call();
  }

  @Override
  public int mmioClose(long hmmio, int flags) {
    ManagedFile file = handles.remove(hmmio);
    if (file == null) {
      return MmioError.INVALID_HANDLE.code();
    }
    try {
      return file.close(flags);
    } finally {
      procedures.giveBack(file.procedure());
    }
  }

  @Override
  public int mmioRead(long hmmio, long buffer, int count) {
    ManagedFile file = handles.find(hmmio);
    return file == null ? -1 : file.read(buffer, count);
  }

  @Override
  public int mmioRead(long hmmio, ByteBuffer target, int count) {
    ManagedFile file = handles.find(hmmio);
    return file == null ? -1 : file.read(target, count);
  }

  @Override
  public int mmioWrite(long hmmio, long buffer, int count) {
    ManagedFile file = handles.find(hmmio);
    return file == null ? -1 : file.write(buffer, count);
  }

  @Override
  public int mmioSeek(long hmmio, int offset, int origin) {
    ManagedFile file = handles.find(hmmio);
    return file == null ? -1 : file.seek(offset, origin);
  }

  @Override
  public int mmioGetInfo(long hmmio, MmioInfo info) {
    ManagedFile file = handles.find(hmmio);
    if (file == null) {
      return MmioError.INVALID_HANDLE.code();
    }
    file.copyInfo(info);
    return 0;
  }

  @Override
  public int mmioFlush(long hmmio, int flags) {
    ManagedFile file = handles.find(hmmio);
    return file == null ? MmioError.INVALID_HANDLE.code() : file.flush(flags);
  }

  @Override
  public int mmioDescend(long hmmio, MmckInfo chunk, @Nullable MmckInfo parent, int flags) {
    ManagedFile file = handles.find(hmmio);
    return file == null
        ? MmioError.CHUNK_NOT_FOUND.code()
        : file.chunks().descend(chunk, parent, flags);
  }

  @Override
  public int mmioAscend(long hmmio, MmckInfo chunk, int flags) {
    ManagedFile file = handles.find(hmmio);
    return file == null ? MmioError.CANNOT_SEEK.code() : file.chunks().ascend(chunk);
  }

  @Override
  public int mmioCreateChunk(long hmmio, MmckInfo chunk, int flags) {
    ManagedFile file = handles.find(hmmio);
    return file == null ? MmioError.CANNOT_WRITE.code() : file.chunks().create(chunk, flags);
  }

  @Override
  public int mmioSetInfo(long hmmio, MmioInfo info) {
    ManagedFile file = handles.find(hmmio);
    return file == null ? MmioError.INVALID_HANDLE.code() : file.setInfo(info);
  }

  @Override
  public int mmioSetBuffer(long hmmio, long buffer, int bytes, int flags) {
    ManagedFile file = handles.find(hmmio);
    return file == null ? MmioError.INVALID_HANDLE.code() : file.setBuffer(buffer, bytes);
  }

  @Override
  public int mmioAdvance(long hmmio, @Nullable MmioInfo info, int flags) {
    ManagedFile file = handles.find(hmmio);
    return file == null ? MmioError.INVALID_HANDLE.code() : file.advance(info, flags);
  }

  @Override
  public int mmioStringToFourcc(ByteBuffer text, int flags) {
    return TextCode.of(text, (flags & MMIO_TOUPPER) != 0);
  }

  /** Chooses the procedure as mmioOpen does. */
  @Override
  public int mmioRename(ByteBuffer from, ByteBuffer to, @Nullable MmioInfo info, int flags) {
    Procedure procedure = procedures.take(from, info);
    if (procedure == null) {
      return MmioError.INVALID_PARAMETER.code();
    }
    try {
      MmioInfo own = MmioInfo.allocate();
      own.fccIoProc(procedure.code());
      Storage none = new Storage(procedure.entry(), own, own);
      return (int) Held.call(from, old -> Held.call(to, name -> none.rename(old, name)));
    } finally {
      procedures.giveBack(procedure);
    }
  }

  @Override
  public long mmioSendMessage(long hmmio, int message, long lParam1, long lParam2) {
    if (message >= 0 && message < MMIOM_USER) {
      return MmioError.INVALID_PARAMETER.code();
    }
    ManagedFile file = handles.find(hmmio);
    return file == null ? MmioError.INVALID_HANDLE.code() : file.send(message, lParam1, lParam2);
  }
}
