package org.ioproc.differential;

import org.ioproc.internal.transport.MmioInfo;

/** What a program gives to mmioOpen or mmioRename besides the name, as a number of a call. */
final class Asked {

  static final int NOTHING = 0;
  static final int PLAIN = 1;

  /** With the first or the second procedure's address. */
  static final int FIRST = 2;

  static final int SECOND = 3;

  /** With a code, from here on; in the upper half is the buffer's size. */
  static final int CODES = 4;

  private Asked() {}

  static int kinds() {
    return CODES + Names.codes();
  }

  /** Without the buffer. */
  static int kind(int how) {
    return how & 0xFFFF;
  }

  /** The number of the code, or -1. */
  static int code(int how) {
    return Math.max(-1, kind(how) - CODES);
  }

  static boolean isByAddress(int how) {
    return kind(how) == FIRST || kind(how) == SECOND;
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
    return info;
  }
}
