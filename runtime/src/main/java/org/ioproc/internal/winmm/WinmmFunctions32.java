package org.ioproc.internal.winmm;

import java.nio.ByteBuffer;
import org.ioproc.internal.transport.Held;
import org.ioproc.internal.transport.MmioInfo;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code winmm.dll} on 32 bits, where an {@code LPARAM} and a pointer are an
 * {@code int}. An address has no sign; an answer to a message has.
 */
final class WinmmFunctions32 implements MmioFunctions {

  @Override
  public long mmioInstallIOProc(int fccIoProc, long procedure, int flags) {
    return Integer.toUnsignedLong(Winmm32.mmioInstallIOProcA(fccIoProc, (int) procedure, flags));
  }

  @Override
  public long mmioOpen(@Nullable ByteBuffer name, @Nullable MmioInfo info, int flags) {
    WinmmFunctions.requireStack();
    return Integer.toUnsignedLong(
        (int)
            Held.call(
                name,
                text ->
                    Held.call(info, about -> Winmm32.mmioOpenA((int) text, (int) about, flags))));
  }

  @Override
  public int mmioClose(long hmmio, int flags) {
    WinmmFunctions.requireStack();
    return Winmm32.mmioClose((int) hmmio, flags);
  }

  @Override
  public int mmioRead(long hmmio, long buffer, int count) {
    WinmmFunctions.requireStack();
    return Winmm32.mmioRead((int) hmmio, (int) buffer, count);
  }

  @Override
  public int mmioWrite(long hmmio, long buffer, int count) {
    WinmmFunctions.requireStack();
    return Winmm32.mmioWrite((int) hmmio, (int) buffer, count);
  }

  @Override
  public int mmioSeek(long hmmio, int offset, int origin) {
    WinmmFunctions.requireStack();
    return Winmm32.mmioSeek((int) hmmio, offset, origin);
  }

  @Override
  public int mmioGetInfo(long hmmio, MmioInfo info) {
    return (int) Held.call(info, about -> Winmm32.mmioGetInfo((int) hmmio, (int) about, 0));
  }

  @Override
  public int mmioSetInfo(long hmmio, MmioInfo info) {
    return (int) Held.call(info, about -> Winmm32.mmioSetInfo((int) hmmio, (int) about, 0));
  }

  @Override
  public int mmioSetBuffer(long hmmio, long buffer, int bytes, int flags) {
    WinmmFunctions.requireStack();
    return Winmm32.mmioSetBuffer((int) hmmio, (int) buffer, bytes, flags);
  }

  @Override
  public int mmioAdvance(long hmmio, @Nullable MmioInfo info, int flags) {
    WinmmFunctions.requireStack();
    return (int) Held.call(info, about -> Winmm32.mmioAdvance((int) hmmio, (int) about, flags));
  }

  @Override
  public int mmioCreateChunk(long hmmio, MmckInfo chunk, int flags) {
    WinmmFunctions.requireStack();
    return chunk.call(about -> Winmm32.mmioCreateChunk((int) hmmio, (int) about, flags));
  }

  @Override
  public int mmioStringToFourcc(ByteBuffer text, int flags) {
    return (int) Held.call(text, letters -> Winmm32.mmioStringToFOURCCA((int) letters, flags));
  }

  @Override
  public int mmioFlush(long hmmio, int flags) {
    WinmmFunctions.requireStack();
    return Winmm32.mmioFlush((int) hmmio, flags);
  }

  @Override
  public int mmioDescend(long hmmio, MmckInfo chunk, @Nullable MmckInfo parent, int flags) {
    WinmmFunctions.requireStack();
    return parent == null
        ? descend(hmmio, chunk, 0, flags)
        : parent.call(outer -> descend(hmmio, chunk, outer, flags));
  }

  private static int descend(long hmmio, MmckInfo chunk, long parent, int flags) {
    return chunk.call(about -> Winmm32.mmioDescend((int) hmmio, (int) about, (int) parent, flags));
  }

  @Override
  public int mmioAscend(long hmmio, MmckInfo chunk, int flags) {
    WinmmFunctions.requireStack();
    return chunk.call(about -> Winmm32.mmioAscend((int) hmmio, (int) about, flags));
  }

  @Override
  public int mmioRename(ByteBuffer from, ByteBuffer to, @Nullable MmioInfo info, int flags) {
    WinmmFunctions.requireStack();
    return (int)
        Held.call(
            from,
            old ->
                Held.call(
                    to,
                    name ->
                        Held.call(
                            info,
                            about ->
                                Winmm32.mmioRenameA((int) old, (int) name, (int) about, flags))));
  }

  @Override
  public long mmioSendMessage(long hmmio, int message, long lParam1, long lParam2) {
    WinmmFunctions.requireStack();
    return Winmm32.mmioSendMessage((int) hmmio, message, (int) lParam1, (int) lParam2);
  }
}
