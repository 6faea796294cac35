package org.ioproc.differential;

import org.ioproc.internal.mmsystem.MmioInfo;

/** What a program gives to mmioOpen or mmioRename besides the name, as a number of a call. */
final class Asked {

  static final int NOTHING = 0;
  static final int PLAIN = 1;

  /** With the first or the second procedure's address. */
  static final int FIRST = 2;

  static final int SECOND = 3;

  /** With a code, from here on; in the upper half is the buffer's size. */
  static final int CODES = 4;

  /** Besides an address the first code, too; random programs do not, as Microsoft documents. */
  static final int BOTH = 0x100;

  private static final int KINDS = 0xFF;

  private Asked() {}

  static int kinds() {
    return CODES + Names.codes();
  }

  /** Without the buffer, and without the code that goes with an address. */
  static int kind(int how) {
    return how & KINDS;
  }

  /** The number of the code, or -1. */
  static int code(int how) {
    return Math.max(-1, kind(how) - CODES);
  }

  static boolean isByAddress(int how) {
    return kind(how) == FIRST || kind(how) == SECOND;
  }

  static boolean isBoth(int how) {
    return (how & BOTH) != 0;
  }

  static MmioInfo info(int how, TwoProcedures procedures) {
    if (kind(how) == NOTHING) {
      return null;
    }
    MmioInfo info = MmioInfo.allocate();
    info.errorRet(77);
    info.bufferLength(how >> 16);
    info.info(0, 9);
    if (isByAddress(how)) {
      info.ioProc(procedures.address(kind(how) - FIRST + 1));
    } else if (code(how) >= 0) {
      info.fccIoProc(Names.code(code(how)));
    }
    if (isBoth(how)) {
      info.fccIoProc(Names.code(0));
    }
    return info;
  }
}
