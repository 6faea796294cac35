package org.ioproc.differential;

import static org.ioproc.MmioError.CANNOT_EXPAND;
import static org.ioproc.MmioError.CANNOT_SEEK;
import static org.ioproc.MmioError.CANNOT_WRITE;
import static org.ioproc.MmioError.INVALID_HANDLE;
import static org.ioproc.MmioError.INVALID_PARAMETER;
import static org.ioproc.MmioError.OUT_OF_MEMORY;
import static org.ioproc.differential.Call.Function.ADVANCE;
import static org.ioproc.differential.Call.Function.ASCEND;
import static org.ioproc.differential.Call.Function.CREATE;
import static org.ioproc.differential.Call.Function.READ;
import static org.ioproc.differential.Call.Function.SEEK;
import static org.ioproc.differential.Call.Function.SETBUFFER;
import static org.ioproc.differential.Call.Function.SETINFO;
import static org.ioproc.differential.Call.Function.WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DEFAULTBUFFER;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_RWMODE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;

/**
 * Recognizes calls that a difference in ordinary files, files in memory or invalid handles explains
 * completely.
 */
final class FileRows {

  private FileRows() {}

  static boolean emptyBufferUnused(Situation s) {
    return isUsedByWinmm(s)
        || (!s.isMem()
            && s.before().hasMemory()
            && !s.before().isBuffered()
            && s.is(SEEK, CREATE, ASCEND));
  }

  private static boolean isUsedByWinmm(Situation s) {
    State ours = s.embedded().state();
    return !s.before().isOpen()
        && s.setup().own()
        && s.setup().buffer() == 0
        && s.winmm().state().length() == MMIO_DEFAULTBUFFER
        && ours.hasMemory()
        && !ours.isBuffered();
  }

  static boolean negativeSizeRefused(Situation s) {
    return s.before().isOpen()
        ? s.is(SETBUFFER) && s.call().first() < 0 && s.reports(OUT_OF_MEMORY)
        : s.setup().own()
            && s.setup().buffer() < 0
            && s.embedded().result() == (OUT_OF_MEMORY.code() + 1L) << 8;
  }

  /** Only the procedure knows where the end is now. */
  static boolean procedureFindsEnd(Situation s) {
    return s.isDos() && s.isFromEnd() && onlyDiskOffsetsDiffer(s);
  }

  static boolean failedReadKeepsPosition(Situation s) {
    return s.isDos()
        && s.is(READ)
        && (s.setup().flags() & MMIO_RWMODE) == MMIO_WRITE
        && !s.before().isBuffered()
        && s.winmm().state().diskOffset() == s.before().diskOffset() - 1
        && s.embedded().state().diskOffset() == s.before().diskOffset()
        && onlyDiskOffsetsDiffer(s);
  }

  private static boolean onlyDiskOffsetsDiffer(Situation s) {
    State theirs = s.winmm().state();
    State ours = s.embedded().state().withDiskOffset(theirs.diskOffset());
    return s.embedded().withState(ours).equals(s.winmm());
  }

  /** Winmm counts from the size that the file had when it was opened. */
  static boolean currentSizeUsed(Situation s) {
    return s.isDos() && s.isFromEnd() && s.winmm().result() == theirEnd(s);
  }

  private static long theirEnd(Situation s) {
    int end = s.opened() - s.call().first();
    return end < 0 ? -1 : end;
  }

  /** Winmm truncates the file at the position. */
  static boolean emptyWriteKeepsSize(Situation s) {
    int end = s.before().isBuffered() ? s.before().bufferOffset() : s.before().diskOffset();
    boolean nothing =
        s.before().isBuffered() ? s.before().next() == 0 : s.is(WRITE) && s.call().first() == 0;
    return s.isDos()
        && nothing
        && s.winmm().result() == s.embedded().result()
        && s.winmm().state().equals(s.embedded().state())
        && s.winmm().bytes().startsWith(end + "#");
  }

  static boolean invalidHandleReported(Situation s) {
    long result = s.embedded().result();
    return !s.before().isOpen()
        && ((s.is(SEEK) && s.winmm().result() == INVALID_HANDLE.code() && result == -1)
            || (s.is(ASCEND) && s.winmm().result() == 0 && s.reports(CANNOT_SEEK))
            || (s.is(CREATE) && s.winmm().result() == result && s.reports(CANNOT_WRITE)));
  }

  /** After such a call, no seek works in winmm's file in memory, which shows only later. */
  static boolean isLostFrom(Situation s) {
    return s.isMem() && s.is(ADVANCE) && s.call().first() == 0 && s.winmm().result() == 0;
  }

  /** Winmm moves the pointers back to the buffer's beginning, whatever the flags. */
  static boolean memAdvancesToEnd(Situation s) {
    State theirs = s.winmm().state();
    return s.isMem()
        && s.is(ADVANCE)
        && s.call().first() < 2
        && theirs.next() == 0
        && theirs.endRead() == 0
        && (s.call().first() == 0 ? isAtEnd(s) : isRoom(s));
  }

  private static boolean isAtEnd(Situation s) {
    State ours = s.embedded().state();
    return s.embedded().result() == 0
        && ours.next() == ours.endRead()
        && ours.endRead() >= s.before().endRead()
        && ours.length() == s.before().length();
  }

  private static boolean isRoom(Situation s) {
    State ours = s.embedded().state();
    boolean full = ours.next() == ours.length();
    return ours.length() == s.before().length() + s.setup().word()
        && ours.next() == s.before().next()
        && s.embedded().result() == (full ? CANNOT_EXPAND.code() : 0);
  }

  static boolean memEmptyFileBounded(Situation s) {
    return s.isMem() && s.before().length() == 0 && s.is(SEEK) && s.embedded().result() == -1;
  }

  static boolean memBufferRefused(Situation s) {
    return s.isMem()
        && s.is(SETBUFFER)
        && s.reports(INVALID_PARAMETER)
        && s.embedded().state().equals(s.before().withWord(0));
  }

  /** Only the ends of reading and writing differ. */
  static boolean memEndsKept(Situation s) {
    State ours = s.embedded().state();
    State theirs = s.winmm().state();
    int end = Math.max(theirs.endRead(), theirs.isDirty() ? theirs.next() : 0);
    return s.isMem()
        && s.is(SETINFO)
        && s.embedded().result() == 0
        && ours.endWrite() == ours.length()
        && ours.endRead() == end
        && ours.next() == theirs.next();
  }

  /** Winmm continues to write at the beginning. */
  static boolean memExpands(Situation s) {
    return s.isMem() && (isHeaderTooLong(s) || isGrown(s));
  }

  private static boolean isHeaderTooLong(Situation s) {
    State ours = s.embedded().state();
    return s.is(CREATE)
        && s.setup().word() == 0
        && s.reports(CANNOT_WRITE)
        && ours.next() == s.before().next()
        && ours.endRead() == s.before().length();
  }

  private static boolean isGrown(Situation s) {
    return s.is(WRITE, CREATE, ASCEND)
        && s.embedded().state().position() >= s.before().length()
        && s.embedded().state().length() == grown(s)
        && (!s.is(WRITE) || s.embedded().result() == taken(s));
  }

  private static int grown(Situation s) {
    int length = s.before().length();
    int step = s.setup().word();
    int reached = s.is(WRITE) ? s.before().next() + s.call().first() : s.embedded().state().next();
    int missing = Math.max(0, reached - length);
    return step == 0 ? length : length + (missing + step - 1) / step * step;
  }

  private static int taken(Situation s) {
    int room = s.embedded().state().length() - s.before().next();
    return room == 0 ? -1 : Math.min(s.call().first(), room);
  }

  static boolean memEndFollowsWrites(Situation s) {
    return s.isMem() && (isPastEnd(s) || isFromOurEnd(s));
  }

  /** The bytes that were written can be read, and nothing else differs. */
  private static boolean isPastEnd(Situation s) {
    State ours = s.embedded().state();
    return ours.endRead() == Math.max(s.before().endRead(), ours.next())
        && s.winmm().state().endRead() == s.before().endRead()
        && s.winmm().result() == s.embedded().result()
        && s.winmm().state().next() == ours.next();
  }

  private static boolean isFromOurEnd(Situation s) {
    int end = s.before().endRead() - s.call().first();
    return s.isFromEnd()
        && s.before().endRead() < s.before().length()
        && s.embedded().result() == (end < 0 || end > s.before().length() ? -1 : end);
  }
}
