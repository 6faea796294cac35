package org.ioproc.internal.winmm;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.Map;

/**
 * {@code winmm.dll} on 32 bits, called through JNA's direct mapping. Its functions use stdcall; an
 * {@code LPARAM} or a pointer is an {@code int}.
 */
final class JnaWinmm32 implements Winmm {

  @Override
  public long mmioInstallIOProcA(int fccIOProc, long pIOProc, int dwFlags) {
    return Integer.toUnsignedLong(Functions.mmioInstallIOProcA(fccIOProc, (int) pIOProc, dwFlags));
  }

  @Override
  public long mmioOpenA(long pszFileName, long pmmioinfo, int fdwOpen) {
    return Integer.toUnsignedLong(Functions.mmioOpenA((int) pszFileName, (int) pmmioinfo, fdwOpen));
  }

  @Override
  public int mmioClose(long hmmio, int fuClose) {
    return Functions.mmioClose((int) hmmio, fuClose);
  }

  @Override
  public int mmioRead(long hmmio, long pch, int cch) {
    return Functions.mmioRead((int) hmmio, (int) pch, cch);
  }

  @Override
  public int mmioWrite(long hmmio, long pch, int cch) {
    return Functions.mmioWrite((int) hmmio, (int) pch, cch);
  }

  @Override
  public int mmioSeek(long hmmio, int lOffset, int iOrigin) {
    return Functions.mmioSeek((int) hmmio, lOffset, iOrigin);
  }

  @Override
  public int mmioGetInfo(long hmmio, long pmmioinfo, int fuInfo) {
    return Functions.mmioGetInfo((int) hmmio, (int) pmmioinfo, fuInfo);
  }

  @Override
  public int mmioSetInfo(long hmmio, long pmmioinfo, int fuInfo) {
    return Functions.mmioSetInfo((int) hmmio, (int) pmmioinfo, fuInfo);
  }

  @Override
  public int mmioSetBuffer(long hmmio, long pchBuffer, int cchBuffer, int fuBuffer) {
    return Functions.mmioSetBuffer((int) hmmio, (int) pchBuffer, cchBuffer, fuBuffer);
  }

  @Override
  public int mmioAdvance(long hmmio, long pmmioinfo, int fuAdvance) {
    return Functions.mmioAdvance((int) hmmio, (int) pmmioinfo, fuAdvance);
  }

  @Override
  public int mmioCreateChunk(long hmmio, long pmmcki, int fuCreate) {
    return Functions.mmioCreateChunk((int) hmmio, (int) pmmcki, fuCreate);
  }

  @Override
  public int mmioStringToFOURCCA(long sz, int uFlags) {
    return Functions.mmioStringToFOURCCA((int) sz, uFlags);
  }

  @Override
  public int mmioFlush(long hmmio, int fuFlush) {
    return Functions.mmioFlush((int) hmmio, fuFlush);
  }

  @Override
  public int mmioDescend(long hmmio, long pmmcki, long pmmckiParent, int fuDescend) {
    return Functions.mmioDescend((int) hmmio, (int) pmmcki, (int) pmmckiParent, fuDescend);
  }

  @Override
  public int mmioAscend(long hmmio, long pmmcki, int fuAscend) {
    return Functions.mmioAscend((int) hmmio, (int) pmmcki, fuAscend);
  }

  @Override
  public int mmioRenameA(long pszFileName, long pszNewFileName, long pmmioinfo, int fdwRename) {
    return Functions.mmioRenameA(
        (int) pszFileName, (int) pszNewFileName, (int) pmmioinfo, fdwRename);
  }

  @Override
  public long mmioSendMessage(long hmmio, int uMsg, long lParam1, long lParam2) {
    return Functions.mmioSendMessage((int) hmmio, uMsg, (int) lParam1, (int) lParam2);
  }

  private static final class Functions {

    static {
      Native.register(
          Functions.class,
          NativeLibrary.getInstance(
              "winmm", Map.of(Library.OPTION_CALLING_CONVENTION, Function.ALT_CONVENTION)));
    }

    static native int mmioInstallIOProcA(int fccIOProc, int pIOProc, int dwFlags);

    static native int mmioOpenA(int pszFileName, int pmmioinfo, int fdwOpen);

    static native int mmioClose(int hmmio, int fuClose);

    static native int mmioRead(int hmmio, int pch, int cch);

    static native int mmioWrite(int hmmio, int pch, int cch);

    static native int mmioSeek(int hmmio, int lOffset, int iOrigin);

    static native int mmioGetInfo(int hmmio, int pmmioinfo, int fuInfo);

    static native int mmioSetInfo(int hmmio, int pmmioinfo, int fuInfo);

    static native int mmioSetBuffer(int hmmio, int pchBuffer, int cchBuffer, int fuBuffer);

    static native int mmioAdvance(int hmmio, int pmmioinfo, int fuAdvance);

    static native int mmioCreateChunk(int hmmio, int pmmcki, int fuCreate);

    static native int mmioStringToFOURCCA(int sz, int uFlags);

    static native int mmioFlush(int hmmio, int fuFlush);

    static native int mmioDescend(int hmmio, int pmmcki, int pmmckiParent, int fuDescend);

    static native int mmioAscend(int hmmio, int pmmcki, int fuAscend);

    static native int mmioRenameA(
        int pszFileName, int pszNewFileName, int pmmioinfo, int fdwRename);

    static native int mmioSendMessage(int hmmio, int uMsg, int lParam1, int lParam2);
  }
}
