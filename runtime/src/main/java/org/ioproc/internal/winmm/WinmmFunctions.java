package org.ioproc.internal.winmm;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import org.ioproc.internal.transport.MmioInfo;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code winmm.dll} on 64 bits, where an {@code LPARAM} and a pointer are a {@code
 * long}. What is passed by address stays reachable until the function has returned.
 */
public final class WinmmFunctions implements MmioFunctions {

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

  static long address(@Nullable ByteBuffer name) {
    return name == null ? 0 : Transport.current().memory().address(name);
  }

  static long address(@Nullable MmioInfo info) {
    return info == null ? 0 : info.address();
  }

  static long address(@Nullable MmckInfo chunk) {
    return chunk == null ? 0 : chunk.address();
  }

  @Override
  public long mmioInstallIOProc(int fccIoProc, long procedure, int flags) {
    return Winmm64.mmioInstallIOProcA(fccIoProc, procedure, flags);
  }

  @Override
  public long mmioOpen(@Nullable ByteBuffer name, @Nullable MmioInfo info, int flags) {
    try {
      return Winmm64.mmioOpenA(address(name), address(info), flags);
    } finally {
      Reference.reachabilityFence(name);
      Reference.reachabilityFence(info);
    }
  }

  @Override
  public int mmioClose(long hmmio, int flags) {
    return Winmm64.mmioClose(hmmio, flags);
  }

  @Override
  public int mmioRead(long hmmio, long buffer, int count) {
    return Winmm64.mmioRead(hmmio, buffer, count);
  }

  @Override
  public int mmioWrite(long hmmio, long buffer, int count) {
    return Winmm64.mmioWrite(hmmio, buffer, count);
  }

  @Override
  public int mmioSeek(long hmmio, int offset, int origin) {
    return Winmm64.mmioSeek(hmmio, offset, origin);
  }

  @Override
  public int mmioGetInfo(long hmmio, MmioInfo info) {
    try {
      return Winmm64.mmioGetInfo(hmmio, info.address(), 0);
    } finally {
      Reference.reachabilityFence(info);
    }
  }

  @Override
  public int mmioSetInfo(long hmmio, MmioInfo info) {
    try {
      return Winmm64.mmioSetInfo(hmmio, info.address(), 0);
    } finally {
      Reference.reachabilityFence(info);
    }
  }

  @Override
  public int mmioSetBuffer(long hmmio, long buffer, int bytes, int flags) {
    return Winmm64.mmioSetBuffer(hmmio, buffer, bytes, flags);
  }

  @Override
  public int mmioAdvance(long hmmio, @Nullable MmioInfo info, int flags) {
    try {
      return Winmm64.mmioAdvance(hmmio, address(info), flags);
    } finally {
      Reference.reachabilityFence(info);
    }
  }

  @Override
  public int mmioCreateChunk(long hmmio, MmckInfo chunk, int flags) {
    try {
      return Winmm64.mmioCreateChunk(hmmio, chunk.address(), flags);
    } finally {
      Reference.reachabilityFence(chunk);
    }
  }

  @Override
  public int mmioStringToFourcc(ByteBuffer text, int flags) {
    try {
      return Winmm64.mmioStringToFOURCCA(address(text), flags);
    } finally {
      Reference.reachabilityFence(text);
    }
  }

  @Override
  public int mmioFlush(long hmmio, int flags) {
    return Winmm64.mmioFlush(hmmio, flags);
  }

  @Override
  public int mmioDescend(long hmmio, MmckInfo chunk, @Nullable MmckInfo parent, int flags) {
    try {
      return Winmm64.mmioDescend(hmmio, chunk.address(), address(parent), flags);
    } finally {
      Reference.reachabilityFence(chunk);
      Reference.reachabilityFence(parent);
    }
  }

  @Override
  public int mmioAscend(long hmmio, MmckInfo chunk, int flags) {
    try {
      return Winmm64.mmioAscend(hmmio, chunk.address(), flags);
    } finally {
      Reference.reachabilityFence(chunk);
    }
  }

  @Override
  public int mmioRename(ByteBuffer from, ByteBuffer to, @Nullable MmioInfo info, int flags) {
    try {
      return Winmm64.mmioRenameA(address(from), address(to), address(info), flags);
    } finally {
      Reference.reachabilityFence(from);
      Reference.reachabilityFence(to);
      Reference.reachabilityFence(info);
    }
  }

  @Override
  public long mmioSendMessage(long hmmio, int message, long lParam1, long lParam2) {
    return Winmm64.mmioSendMessage(hmmio, message, lParam1, lParam2);
  }
}
