package org.ioproc.internal.winmm;

import com.sun.jna.Native;

/** {@code winmm.dll}, mapped directly, on 64 bits. */
final class Winmm64 {

  static {
    Native.register(Winmm64.class, "winmm");
  }

  private Winmm64() {}

  static native long mmioInstallIOProcA(int fccIOProc, long pIOProc, int dwFlags);

  static native long mmioOpenA(long pszFileName, long pmmioinfo, int fdwOpen);

  static native int mmioClose(long hmmio, int fuClose);

  static native int mmioRead(long hmmio, long pch, int cch);

  static native int mmioWrite(long hmmio, long pch, int cch);

  static native int mmioSeek(long hmmio, int lOffset, int iOrigin);

  static native int mmioGetInfo(long hmmio, long pmmioinfo, int fuInfo);

  static native int mmioSetInfo(long hmmio, long pmmioinfo, int fuInfo);

  static native int mmioSetBuffer(long hmmio, long pchBuffer, int cchBuffer, int fuBuffer);

  static native int mmioAdvance(long hmmio, long pmmioinfo, int fuAdvance);

  static native int mmioCreateChunk(long hmmio, long pmmcki, int fuCreate);

  static native int mmioStringToFOURCCA(long sz, int uFlags);

  static native int mmioFlush(long hmmio, int fuFlush);

  static native int mmioDescend(long hmmio, long pmmcki, long pmmckiParent, int fuDescend);

  static native int mmioAscend(long hmmio, long pmmcki, int fuAscend);

  static native int mmioRenameA(
      long pszFileName, long pszNewFileName, long pmmioinfo, int fdwRename);

  static native long mmioSendMessage(long hmmio, int uMsg, long lParam1, long lParam2);
}
