package org.ioproc.internal.winmm;

import com.sun.jna.Native;

/** {@code winmm.dll} on 64 bits, called through JNA's direct mapping. */
final class JnaWinmm64 implements Winmm {

  static {
    Native.register(JnaWinmm64.class, "winmm");
  }

  @Override
  public native long mmioInstallIOProcA(int fccIOProc, long pIOProc, int dwFlags);

  @Override
  public native long mmioOpenA(long pszFileName, long pmmioinfo, int fdwOpen);

  @Override
  public native int mmioClose(long hmmio, int fuClose);

  @Override
  public native int mmioRead(long hmmio, long pch, int cch);

  @Override
  public native int mmioWrite(long hmmio, long pch, int cch);

  @Override
  public native int mmioSeek(long hmmio, int lOffset, int iOrigin);

  @Override
  public native int mmioGetInfo(long hmmio, long pmmioinfo, int fuInfo);

  @Override
  public native int mmioSetInfo(long hmmio, long pmmioinfo, int fuInfo);

  @Override
  public native int mmioSetBuffer(long hmmio, long pchBuffer, int cchBuffer, int fuBuffer);

  @Override
  public native int mmioAdvance(long hmmio, long pmmioinfo, int fuAdvance);

  @Override
  public native int mmioCreateChunk(long hmmio, long pmmcki, int fuCreate);

  @Override
  public native int mmioStringToFOURCCA(long sz, int uFlags);

  @Override
  public native int mmioFlush(long hmmio, int fuFlush);

  @Override
  public native int mmioDescend(long hmmio, long pmmcki, long pmmckiParent, int fuDescend);

  @Override
  public native int mmioAscend(long hmmio, long pmmcki, int fuAscend);

  @Override
  public native int mmioRenameA(
      long pszFileName, long pszNewFileName, long pmmioinfo, int fdwRename);

  @Override
  public native long mmioSendMessage(long hmmio, int uMsg, long lParam1, long lParam2);
}
