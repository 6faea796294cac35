package org.ioproc.internal.winmm;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
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
    try {
      return Integer.toUnsignedLong(
          Winmm32.mmioOpenA(
              (int) WinmmFunctions.address(name), (int) WinmmFunctions.address(info), flags));
    } finally {
      Reference.reachabilityFence(name);
      Reference.reachabilityFence(info);
    }
  }

  @Override
  public int mmioClose(long hmmio, int flags) {
    return Winmm32.mmioClose((int) hmmio, flags);
  }

  @Override
  public int mmioRead(long hmmio, long buffer, int count) {
    return Winmm32.mmioRead((int) hmmio, (int) buffer, count);
  }

  @Override
  public int mmioWrite(long hmmio, long buffer, int count) {
    return Winmm32.mmioWrite((int) hmmio, (int) buffer, count);
  }

  @Override
  public int mmioSeek(long hmmio, int offset, int origin) {
    return Winmm32.mmioSeek((int) hmmio, offset, origin);
  }

  @Override
  public int mmioGetInfo(long hmmio, MmioInfo info) {
    try {
      return Winmm32.mmioGetInfo((int) hmmio, (int) info.address(), 0);
    } finally {
      Reference.reachabilityFence(info);
    }
  }

  @Override
  public int mmioSetInfo(long hmmio, MmioInfo info) {
    try {
      return Winmm32.mmioSetInfo((int) hmmio, (int) info.address(), 0);
    } finally {
      Reference.reachabilityFence(info);
    }
  }

  @Override
  public int mmioSetBuffer(long hmmio, long buffer, int bytes, int flags) {
    return Winmm32.mmioSetBuffer((int) hmmio, (int) buffer, bytes, flags);
  }

  @Override
  public int mmioAdvance(long hmmio, @Nullable MmioInfo info, int flags) {
    try {
      return Winmm32.mmioAdvance((int) hmmio, (int) WinmmFunctions.address(info), flags);
    } finally {
      Reference.reachabilityFence(info);
    }
  }

  @Override
  public int mmioCreateChunk(long hmmio, MmckInfo chunk, int flags) {
    try {
      return Winmm32.mmioCreateChunk((int) hmmio, (int) chunk.address(), flags);
    } finally {
      Reference.reachabilityFence(chunk);
    }
  }

  @Override
  public int mmioStringToFourcc(ByteBuffer text, int flags) {
    try {
      return Winmm32.mmioStringToFOURCCA((int) WinmmFunctions.address(text), flags);
    } finally {
      Reference.reachabilityFence(text);
    }
  }

  @Override
  public int mmioFlush(long hmmio, int flags) {
    return Winmm32.mmioFlush((int) hmmio, flags);
  }

  @Override
  public int mmioDescend(long hmmio, MmckInfo chunk, @Nullable MmckInfo parent, int flags) {
    try {
      return Winmm32.mmioDescend(
          (int) hmmio, (int) chunk.address(), (int) WinmmFunctions.address(parent), flags);
    } finally {
      Reference.reachabilityFence(chunk);
      Reference.reachabilityFence(parent);
    }
  }

  @Override
  public int mmioAscend(long hmmio, MmckInfo chunk, int flags) {
    try {
      return Winmm32.mmioAscend((int) hmmio, (int) chunk.address(), flags);
    } finally {
      Reference.reachabilityFence(chunk);
    }
  }

  @Override
  public int mmioRename(ByteBuffer from, ByteBuffer to, @Nullable MmioInfo info, int flags) {
    try {
      return Winmm32.mmioRenameA(
          (int) WinmmFunctions.address(from),
          (int) WinmmFunctions.address(to),
          (int) WinmmFunctions.address(info),
          flags);
    } finally {
      Reference.reachabilityFence(from);
      Reference.reachabilityFence(to);
      Reference.reachabilityFence(info);
    }
  }

  @Override
  public long mmioSendMessage(long hmmio, int message, long lParam1, long lParam2) {
    return Winmm32.mmioSendMessage((int) hmmio, message, (int) lParam1, (int) lParam2);
  }
}
