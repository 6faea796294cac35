package org.ioproc.internal.winmm;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import org.ioproc.internal.transport.ForeignLibrary;

/**
 * {@code winmm.dll} on 64 bits, called through the foreign function API. None of its functions may
 * be linked as critical, because the garbage collector waits for critical functions. Most of
 * winmm's functions call procedures, and the others may wait for a lock that such a call holds.
 */
final class FfmWinmm implements Winmm {

  private static final ForeignLibrary LIBRARY = new ForeignLibrary("winmm.dll");

  private static final MethodHandle INSTALL =
      function("mmioInstallIOProcA", long.class, int.class, long.class, int.class);
  private static final MethodHandle OPEN =
      function("mmioOpenA", long.class, long.class, long.class, int.class);
  private static final MethodHandle CLOSE = function("mmioClose", int.class, long.class, int.class);
  private static final MethodHandle READ =
      function("mmioRead", int.class, long.class, long.class, int.class);
  private static final MethodHandle WRITE =
      function("mmioWrite", int.class, long.class, long.class, int.class);
  private static final MethodHandle SEEK =
      function("mmioSeek", int.class, long.class, int.class, int.class);
  private static final MethodHandle GET_INFO =
      function("mmioGetInfo", int.class, long.class, long.class, int.class);
  private static final MethodHandle SET_INFO =
      function("mmioSetInfo", int.class, long.class, long.class, int.class);
  private static final MethodHandle SET_BUFFER =
      function("mmioSetBuffer", int.class, long.class, long.class, int.class, int.class);
  private static final MethodHandle ADVANCE =
      function("mmioAdvance", int.class, long.class, long.class, int.class);
  private static final MethodHandle CREATE_CHUNK =
      function("mmioCreateChunk", int.class, long.class, long.class, int.class);
  private static final MethodHandle STRING_TO_FOURCC =
      function("mmioStringToFOURCCA", int.class, long.class, int.class);
  private static final MethodHandle FLUSH = function("mmioFlush", int.class, long.class, int.class);
  private static final MethodHandle DESCEND =
      function("mmioDescend", int.class, long.class, long.class, long.class, int.class);
  private static final MethodHandle ASCEND =
      function("mmioAscend", int.class, long.class, long.class, int.class);
  private static final MethodHandle RENAME =
      function("mmioRenameA", int.class, long.class, long.class, long.class, int.class);
  private static final MethodHandle SEND_MESSAGE =
      function("mmioSendMessage", long.class, long.class, int.class, long.class, long.class);

  private static MethodHandle function(
      String name, Class<?> result, Class<?> first, Class<?>... more) {
    return LIBRARY.function(name, methodType(result, first, more));
  }

  @Override
  public long mmioInstallIOProcA(int fccIOProc, long pIOProc, int dwFlags) {
    return address(INSTALL, fccIOProc, pIOProc, dwFlags);
  }

  @Override
  public long mmioOpenA(long pszFileName, long pmmioinfo, int fdwOpen) {
    return address(OPEN, pszFileName, pmmioinfo, fdwOpen);
  }

  @Override
  public int mmioClose(long hmmio, int fuClose) {
    return number(CLOSE, hmmio, fuClose);
  }

  @Override
  public int mmioRead(long hmmio, long pch, int cch) {
    return number(READ, hmmio, pch, cch);
  }

  @Override
  public int mmioWrite(long hmmio, long pch, int cch) {
    return number(WRITE, hmmio, pch, cch);
  }

  @Override
  public int mmioSeek(long hmmio, int lOffset, int iOrigin) {
    return number(SEEK, hmmio, lOffset, iOrigin);
  }

  @Override
  public int mmioGetInfo(long hmmio, long pmmioinfo, int fuInfo) {
    return number(GET_INFO, hmmio, pmmioinfo, fuInfo);
  }

  @Override
  public int mmioSetInfo(long hmmio, long pmmioinfo, int fuInfo) {
    return number(SET_INFO, hmmio, pmmioinfo, fuInfo);
  }

  @Override
  public int mmioSetBuffer(long hmmio, long pchBuffer, int cchBuffer, int fuBuffer) {
    return number(SET_BUFFER, hmmio, pchBuffer, cchBuffer, fuBuffer);
  }

  @Override
  public int mmioAdvance(long hmmio, long pmmioinfo, int fuAdvance) {
    return number(ADVANCE, hmmio, pmmioinfo, fuAdvance);
  }

  @Override
  public int mmioCreateChunk(long hmmio, long pmmcki, int fuCreate) {
    return number(CREATE_CHUNK, hmmio, pmmcki, fuCreate);
  }

  @Override
  public int mmioStringToFOURCCA(long sz, int uFlags) {
    return number(STRING_TO_FOURCC, sz, uFlags);
  }

  @Override
  public int mmioFlush(long hmmio, int fuFlush) {
    return number(FLUSH, hmmio, fuFlush);
  }

  @Override
  public int mmioDescend(long hmmio, long pmmcki, long pmmckiParent, int fuDescend) {
    return number(DESCEND, hmmio, pmmcki, pmmckiParent, fuDescend);
  }

  @Override
  public int mmioAscend(long hmmio, long pmmcki, int fuAscend) {
    return number(ASCEND, hmmio, pmmcki, fuAscend);
  }

  @Override
  public int mmioRenameA(long pszFileName, long pszNewFileName, long pmmioinfo, int fdwRename) {
    return number(RENAME, pszFileName, pszNewFileName, pmmioinfo, fdwRename);
  }

  @Override
  public long mmioSendMessage(long hmmio, int uMsg, long lParam1, long lParam2) {
    return address(SEND_MESSAGE, hmmio, uMsg, lParam1, lParam2);
  }

  private static long address(MethodHandle function, int a, long b, int c) {
    try {
      return (long) function.invokeExact(a, b, c);
    } catch (Throwable e) {
      throw ForeignLibrary.failed(e);
    }
  }

  private static long address(MethodHandle function, long a, long b, int c) {
    try {
      return (long) function.invokeExact(a, b, c);
    } catch (Throwable e) {
      throw ForeignLibrary.failed(e);
    }
  }

  private static int number(MethodHandle function, long a, int b) {
    try {
      return (int) function.invokeExact(a, b);
    } catch (Throwable e) {
      throw ForeignLibrary.failed(e);
    }
  }

  private static int number(MethodHandle function, long a, long b, int c) {
    try {
      return (int) function.invokeExact(a, b, c);
    } catch (Throwable e) {
      throw ForeignLibrary.failed(e);
    }
  }

  private static int number(MethodHandle function, long a, int b, int c) {
    try {
      return (int) function.invokeExact(a, b, c);
    } catch (Throwable e) {
      throw ForeignLibrary.failed(e);
    }
  }

  private static int number(MethodHandle function, long a, long b, int c, int d) {
    try {
      return (int) function.invokeExact(a, b, c, d);
    } catch (Throwable e) {
      throw ForeignLibrary.failed(e);
    }
  }

  private static int number(MethodHandle function, long a, long b, long c, int d) {
    try {
      return (int) function.invokeExact(a, b, c, d);
    } catch (Throwable e) {
      throw ForeignLibrary.failed(e);
    }
  }

  private static long address(MethodHandle function, long a, int b, long c, long d) {
    try {
      return (long) function.invokeExact(a, b, c, d);
    } catch (Throwable e) {
      throw ForeignLibrary.failed(e);
    }
  }
}
