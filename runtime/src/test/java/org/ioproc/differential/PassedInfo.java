package org.ioproc.differential;

import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * The MMIOINFO that a program passes to mmioOpen or mmioRename, as a number of a call. The number's
 * upper half is the buffer's size.
 */
final class PassedInfo {

  static final int NOTHING = 0;
  static final int PLAIN = 1;

  /** A structure with the first or the second procedure's address. */
  static final int FIRST = 2;

  static final int SECOND = 3;

  /** The first of the numbers that stand for a structure with a code. */
  static final int CODES = 4;

  /** A flag: the structure has the first code, too. Random programs do not set it. */
  static final int BOTH = 0x100;

  /** The wErrorRet that a program passes, which shows whether the manager changes it. */
  static final int UNTOUCHED_ERROR = 77;

  private static final int KINDS = 0xFF;

  private PassedInfo() {}

  static int kinds() {
    return CODES + Names.codes();
  }

  /** Returns the number without the buffer's size and the flag. */
  static int kind(int how) {
    return how & KINDS;
  }

  /** Returns the number of the code, or -1. */
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
    info.errorRet(UNTOUCHED_ERROR);
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
