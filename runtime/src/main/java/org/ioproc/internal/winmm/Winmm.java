package org.ioproc.internal.winmm;

/**
 * The functions of {@code winmm.dll} with their C names and parameters. Pointers, handles and
 * {@code LPARAM}s are {@code long}s even on 32 bits; an address is then unsigned.
 */
interface Winmm {

  long mmioInstallIOProcA(int fccIOProc, long pIOProc, int dwFlags);

  long mmioOpenA(long pszFileName, long pmmioinfo, int fdwOpen);

  int mmioClose(long hmmio, int fuClose);

  int mmioRead(long hmmio, long pch, int cch);

  int mmioWrite(long hmmio, long pch, int cch);

  int mmioSeek(long hmmio, int lOffset, int iOrigin);

  int mmioGetInfo(long hmmio, long pmmioinfo, int fuInfo);

  int mmioSetInfo(long hmmio, long pmmioinfo, int fuInfo);

  int mmioSetBuffer(long hmmio, long pchBuffer, int cchBuffer, int fuBuffer);

  int mmioAdvance(long hmmio, long pmmioinfo, int fuAdvance);

  int mmioCreateChunk(long hmmio, long pmmcki, int fuCreate);

  int mmioStringToFOURCCA(long sz, int uFlags);

  int mmioFlush(long hmmio, int fuFlush);

  int mmioDescend(long hmmio, long pmmcki, long pmmckiParent, int fuDescend);

  int mmioAscend(long hmmio, long pmmcki, int fuAscend);

  int mmioRenameA(long pszFileName, long pszNewFileName, long pmmioinfo, int fdwRename);

  long mmioSendMessage(long hmmio, int uMsg, long lParam1, long lParam2);
}
