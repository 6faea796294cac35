package org.ioproc.internal.winmm;

import java.nio.ByteBuffer;
import org.ioproc.internal.transport.Held;
import org.ioproc.internal.transport.MmioInfo;
import org.ioproc.internal.transport.StackRoom;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code winmm.dll} on 64 bits, where an {@code LPARAM} and a pointer are a {@code
 * long}.
 */
public final class WinmmFunctions implements MmioFunctions {

  /** What a message on its way through winmm and back into Java needs, in kilobytes. */
  private static final int ROOM = 10;

  private WinmmFunctions() {}

  /**
   * The functions as this process's word size needs them. They can be had on Windows only.
   *
   * @throws UnsatisfiedLinkError if there is no winmm
   */
  public static MmioFunctions load() {
    return Transport.current().memory().pointerSize() == Long.BYTES
        ? new WinmmFunctions()
        : new WinmmFunctions32();
  }

  /**
   * Called by every function that sends a procedure messages: JNA answers one for which the stack
   * has no room with 0, and that would be success.
   *
   * @throws StackOverflowError if there is no room
   */
  static void requireStack() {
    StackRoom.require(ROOM);
  }

  @Override
  public long mmioInstallIOProc(int fccIoProc, long procedure, int flags) {
    return Winmm64.mmioInstallIOProcA(fccIoProc, procedure, flags);
  }

  @Override
  public long mmioOpen(@Nullable ByteBuffer name, @Nullable MmioInfo info, int flags) {
    requireStack();
    return Held.call(name, text -> Held.call(info, about -> Winmm64.mmioOpenA(text, about, flags)));
  }

  @Override
  public int mmioClose(long hmmio, int flags) {
    requireStack();
    return Winmm64.mmioClose(hmmio, flags);
  }

  @Override
  public int mmioRead(long hmmio, long buffer, int count) {
    requireStack();
    return Winmm64.mmioRead(hmmio, buffer, count);
  }

  @Override
  public int mmioWrite(long hmmio, long buffer, int count) {
    requireStack();
    return Winmm64.mmioWrite(hmmio, buffer, count);
  }

  @Override
  public int mmioSeek(long hmmio, int offset, int origin) {
    requireStack();
    return Winmm64.mmioSeek(hmmio, offset, origin);
  }

  @Override
  public int mmioGetInfo(long hmmio, MmioInfo info) {
    return (int) Held.call(info, about -> Winmm64.mmioGetInfo(hmmio, about, 0));
  }

  @Override
  public int mmioSetInfo(long hmmio, MmioInfo info) {
    return (int) Held.call(info, about -> Winmm64.mmioSetInfo(hmmio, about, 0));
  }

  @Override
  public int mmioSetBuffer(long hmmio, long buffer, int bytes, int flags) {
    requireStack();
    return Winmm64.mmioSetBuffer(hmmio, buffer, bytes, flags);
  }

  @Override
  public int mmioAdvance(long hmmio, @Nullable MmioInfo info, int flags) {
    requireStack();
    return (int) Held.call(info, about -> Winmm64.mmioAdvance(hmmio, about, flags));
  }

  @Override
  public int mmioCreateChunk(long hmmio, MmckInfo chunk, int flags) {
    requireStack();
    return chunk.call(about -> Winmm64.mmioCreateChunk(hmmio, about, flags));
  }

  @Override
  public int mmioStringToFourcc(ByteBuffer text, int flags) {
    return (int) Held.call(text, letters -> Winmm64.mmioStringToFOURCCA(letters, flags));
  }

  @Override
  public int mmioFlush(long hmmio, int flags) {
    requireStack();
    return Winmm64.mmioFlush(hmmio, flags);
  }

  @Override
  public int mmioDescend(long hmmio, MmckInfo chunk, @Nullable MmckInfo parent, int flags) {
    requireStack();
    return parent == null
        ? descend(hmmio, chunk, 0, flags)
        : parent.call(outer -> descend(hmmio, chunk, outer, flags));
  }

  private static int descend(long hmmio, MmckInfo chunk, long parent, int flags) {
    return chunk.call(about -> Winmm64.mmioDescend(hmmio, about, parent, flags));
  }

  @Override
  public int mmioAscend(long hmmio, MmckInfo chunk, int flags) {
    requireStack();
    return chunk.call(about -> Winmm64.mmioAscend(hmmio, about, flags));
  }

  @Override
  public int mmioRename(ByteBuffer from, ByteBuffer to, @Nullable MmioInfo info, int flags) {
    requireStack();
    return (int)
        Held.call(
            from,
            old ->
                Held.call(
                    to,
                    name ->
                        Held.call(info, about -> Winmm64.mmioRenameA(old, name, about, flags))));
  }

  @Override
  public long mmioSendMessage(long hmmio, int message, long lParam1, long lParam2) {
    requireStack();
    return Winmm64.mmioSendMessage(hmmio, message, lParam1, lParam2);
  }
}
