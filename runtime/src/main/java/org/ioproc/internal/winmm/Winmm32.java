package org.ioproc.internal.winmm;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.Map;

/** {@code winmm.dll}, mapped directly, on 32 bits, where its functions are stdcall. */
final class Winmm32 {

  static {
    Native.register(
        Winmm32.class,
        NativeLibrary.getInstance(
            "winmm", Map.of(Library.OPTION_CALLING_CONVENTION, Function.ALT_CONVENTION)));
  }

  private Winmm32() {}

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

  static native int mmioRenameA(int pszFileName, int pszNewFileName, int pmmioinfo, int fdwRename);

  static native int mmioSendMessage(int hmmio, int uMsg, int lParam1, int lParam2);
}
