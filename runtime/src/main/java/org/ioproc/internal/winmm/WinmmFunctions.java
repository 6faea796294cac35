package org.ioproc.internal.winmm;

import java.nio.ByteBuffer;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Held;
import org.ioproc.internal.transport.StackRoom;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/** The functions of {@code winmm.dll}, called through FFM or JNA, as the transport requires. */
public final class WinmmFunctions implements MmioFunctions {

  /** The stack that a message needs on its way through winmm and back, in KB; 5 is too little. */
  private static final int ROOM = 10;

  /**
   * The stack that the JVM needs to link a lambda expression the first time, in KB. On Java 21, a
   * lambda expression stays broken if the stack overflows while it is linked.
   */
  private static final int LINKING = 64;

  private final Winmm winmm;

  private WinmmFunctions(Winmm winmm) {
    this.winmm = winmm;
  }

  /**
   * Loads winmm, which exists only on Windows.
   *
   * @throws LinkageError if there is no winmm, or no way to call it; its message says what to do
   */
  public static MmioFunctions load() {
    Transport transport = Transport.current();
    if (transport.callsThroughFfm()) {
      return new WinmmFunctions(new FfmWinmm());
    }
    boolean wide = transport.memory().pointerSize() == Long.BYTES;
    return new WinmmFunctions(wide ? new JnaWinmm64() : new JnaWinmm32());
  }

  /**
   * Requires stack for a message. Every function that sends messages must call this first. If the
   * stack is too small for a message, JNA answers it with 0, which would mean success, and FFM ends
   * the process.
   *
   * @throws StackOverflowError if the stack is too small
   */
  private static void requireStack() {
    StackRoom.require(ROOM);
  }

  /** Requires stack to link a lambda. Every function that lends memory must call this first. */
  private static void requireStackToLend() {
    StackRoom.require(LINKING);
  }

  @Override
  public long mmioInstallIOProc(int fccIoProc, long procedure, int flags) {
    return winmm.mmioInstallIOProcA(fccIoProc, procedure, flags);
  }

  @Override
  public long mmioOpen(@Nullable ByteBuffer name, @Nullable MmioInfo info, int flags) {
    requireStackToLend();
    return Held.call(
        name, text -> MmioInfo.call(info, address -> winmm.mmioOpenA(text, address, flags)));
  }

  @Override
  public int mmioClose(long hmmio, int flags) {
    requireStack();
    return winmm.mmioClose(hmmio, flags);
  }

  @Override
  public int mmioRead(long hmmio, long buffer, int count) {
    requireStack();
    return winmm.mmioRead(hmmio, buffer, count);
  }

  @Override
  public int mmioWrite(long hmmio, long buffer, int count) {
    requireStack();
    return winmm.mmioWrite(hmmio, buffer, count);
  }

  @Override
  public int mmioSeek(long hmmio, int offset, int origin) {
    requireStack();
    return winmm.mmioSeek(hmmio, offset, origin);
  }

  @Override
  public int mmioGetInfo(long hmmio, MmioInfo info) {
    requireStackToLend();
    return (int) MmioInfo.call(info, address -> winmm.mmioGetInfo(hmmio, address, 0));
  }

  @Override
  public int mmioSetInfo(long hmmio, MmioInfo info) {
    requireStackToLend();
    return (int) MmioInfo.call(info, address -> winmm.mmioSetInfo(hmmio, address, 0));
  }

  @Override
  public int mmioSetBuffer(long hmmio, long buffer, int bytes, int flags) {
    requireStack();
    return winmm.mmioSetBuffer(hmmio, buffer, bytes, flags);
  }

  @Override
  public int mmioAdvance(long hmmio, @Nullable MmioInfo info, int flags) {
    requireStackToLend();
    return (int) MmioInfo.call(info, address -> winmm.mmioAdvance(hmmio, address, flags));
  }

  @Override
  public int mmioCreateChunk(long hmmio, MmckInfo chunk, int flags) {
    requireStackToLend();
    return chunk.call(address -> winmm.mmioCreateChunk(hmmio, address, flags));
  }

  @Override
  public int mmioStringToFourcc(ByteBuffer text, int flags) {
    requireStackToLend();
    return (int) Held.call(text, letters -> winmm.mmioStringToFOURCCA(letters, flags));
  }

  @Override
  public int mmioFlush(long hmmio, int flags) {
    requireStack();
    return winmm.mmioFlush(hmmio, flags);
  }

  @Override
  public int mmioDescend(long hmmio, MmckInfo chunk, @Nullable MmckInfo parent, int flags) {
    requireStackToLend();
    return parent == null
        ? descend(hmmio, chunk, 0, flags)
        : parent.call(outer -> descend(hmmio, chunk, outer, flags));
  }

  private int descend(long hmmio, MmckInfo chunk, long parent, int flags) {
    return chunk.call(address -> winmm.mmioDescend(hmmio, address, parent, flags));
  }

  @Override
  public int mmioAscend(long hmmio, MmckInfo chunk, int flags) {
    requireStackToLend();
    return chunk.call(address -> winmm.mmioAscend(hmmio, address, flags));
  }

  @Override
  public int mmioRename(ByteBuffer from, ByteBuffer to, @Nullable MmioInfo info, int flags) {
    requireStackToLend();
    return (int)
        Held.call(
            from,
            old ->
                Held.call(
                    to,
                    name ->
                        MmioInfo.call(
                            info, address -> winmm.mmioRenameA(old, name, address, flags))));
  }

  @Override
  public long mmioSendMessage(long hmmio, int message, long lParam1, long lParam2) {
    requireStack();
    return winmm.mmioSendMessage(hmmio, message, lParam1, lParam2);
  }
}
