package org.ioproc.internal.mmsystem;

import org.ioproc.MmioMessages;

/**
 * The flags and numbers that {@code mmsystem.h} declares for mmio's functions. {@link
 * org.ioproc.MmioMessages} has the flags that distinguish the kinds of MMIOM_OPEN.
 */
public final class MmioConstants {

  // mmioOpen's flags, which MMIOINFO keeps.
  public static final int MMIO_WRITE = MmioMessages.MMIO_WRITE;
  public static final int MMIO_READWRITE = MmioMessages.MMIO_READWRITE;
  public static final int MMIO_RWMODE = MmioMessages.MMIO_RWMODE;
  public static final int MMIO_EXCLUSIVE = MmioMessages.MMIO_EXCLUSIVE;
  public static final int MMIO_DENYWRITE = MmioMessages.MMIO_DENYWRITE;
  public static final int MMIO_DENYREAD = MmioMessages.MMIO_DENYREAD;
  public static final int MMIO_DENYNONE = MmioMessages.MMIO_DENYNONE;
  public static final int MMIO_SHAREMODE = MmioMessages.MMIO_SHAREMODE;
  public static final int MMIO_CREATE = MmioMessages.MMIO_CREATE;
  public static final int MMIO_ALLOCBUF = MmioMessages.MMIO_ALLOCBUF;
  public static final int MMIO_DIRTY = 0x10000000;

  /** The size of the buffer that MMIO_ALLOCBUF allocates, in bytes. */
  public static final int MMIO_DEFAULTBUFFER = 8192;

  /** Makes mmioClose keep the file open. */
  public static final int MMIO_FHOPEN = 0x10;

  /** Makes mmioFlush empty the buffer, too. */
  public static final int MMIO_EMPTYBUF = 0x10;

  /** Makes mmioStringToFOURCC convert letters to upper case. */
  public static final int MMIO_TOUPPER = 0x10;

  // mmioDescend.
  public static final int MMIO_FINDCHUNK = 0x10;
  public static final int MMIO_FINDRIFF = 0x20;
  public static final int MMIO_FINDLIST = 0x40;

  // mmioCreateChunk.
  public static final int MMIO_CREATERIFF = 0x20;
  public static final int MMIO_CREATELIST = 0x40;

  // mmioInstallIOProc.
  public static final int MMIO_INSTALLPROC = 0x10000;
  public static final int MMIO_REMOVEPROC = 0x20000;
  public static final int MMIO_FINDPROC = 0x40000;
  public static final int MMIO_GLOBALPROC = 0x10000000;

  // The origins of mmioSeek.
  public static final int SEEK_SET = 0;
  public static final int SEEK_CUR = 1;
  public static final int SEEK_END = 2;

  private MmioConstants() {}
}
