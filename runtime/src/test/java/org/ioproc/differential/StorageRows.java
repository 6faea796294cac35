package org.ioproc.differential;

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

/** Whether a row about ordinary files, files in memory or no file explains all of a call. */
final class StorageRows {

  private static final int OUT_OF_MEMORY = 258;

  private StorageRows() {}

  static boolean noBytes(Situation s) {
    return isLaidOver(s)
        || (!s.isMem()
            && s.before().hasMemory()
            && !s.before().isBuffered()
            && s.is(SEEK, CREATE, ASCEND));
  }

  private static boolean isLaidOver(Situation s) {
    State ours = s.embedded().state();
    return !s.before().isOpen()
        && s.setup().own()
        && s.setup().buffer() == 0
        && s.winmm().state().length() == MMIO_DEFAULTBUFFER
        && ours.hasMemory()
        && !ours.isBuffered();
  }

  static boolean negativeSize(Situation s) {
    return s.before().isOpen()
        ? s.is(SETBUFFER) && s.call().first() < 0 && s.embedded().result() == OUT_OF_MEMORY
        : s.setup().own()
            && s.setup().buffer() < 0
            && s.embedded().result() == (OUT_OF_MEMORY + 1L) << 8;
  }

  /** The procedure itself knows where the end is now. */
  static boolean dosAsked(Situation s) {
    return s.isDos() && s.isFromEnd() && onlyPlacesDiffer(s);
  }

  static boolean dosWriteOnly(Situation s) {
    return s.isDos()
        && s.is(READ)
        && (s.setup().flags() & MMIO_RWMODE) == MMIO_WRITE
        && !s.before().isBuffered()
        && s.winmm().state().diskOffset() == s.before().diskOffset() - 1
        && s.embedded().state().diskOffset() == s.before().diskOffset()
        && onlyPlacesDiffer(s);
  }

  private static boolean onlyPlacesDiffer(Situation s) {
    State theirs = s.winmm().state();
    State ours = s.embedded().state().withDiskOffset(theirs.diskOffset());
    return s.embedded().withState(ours).equals(s.winmm());
  }

  /** Winmm counts from the size that the file had when it was opened. */
  static boolean dosSize(Situation s) {
    return s.isDos() && s.isFromEnd() && s.winmm().result() == theirEnd(s);
  }

  private static long theirEnd(Situation s) {
    int end = s.opened() - s.call().first();
    return end < 0 ? -1 : end;
  }

  /** For winmm the file ends there then. */
  static boolean dosNothing(Situation s) {
    int end = s.before().isBuffered() ? s.before().bufferOffset() : s.before().diskOffset();
    boolean nothing =
        s.before().isBuffered() ? s.before().next() == 0 : s.is(WRITE) && s.call().first() == 0;
    return s.isDos()
        && nothing
        && s.winmm().result() == s.embedded().result()
        && s.winmm().state().equals(s.embedded().state())
        && s.winmm().bytes().startsWith(end + "#");
  }

  static boolean noSuchFile(Situation s) {
    long result = s.embedded().result();
    return !s.before().isOpen()
        && ((s.is(SEEK) && s.winmm().result() == 5 && result == -1)
            || (s.is(ASCEND) && s.winmm().result() == 0 && result == 263)
            || (s.is(CREATE) && s.winmm().result() == 262 && result == 262));
  }

  /** From then on winmm seeks nowhere in a file in memory, which shows later. */
  static boolean isLostFrom(Situation s) {
    return s.isMem() && s.is(ADVANCE) && s.call().first() == 0 && s.winmm().result() == 0;
  }

  /** Winmm takes the pointers back to the buffer's beginning, whatever the flags. */
  static boolean memAdvance(Situation s) {
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
        && s.embedded().result() == (full ? 264 : 0);
  }

  static boolean memNoBytes(Situation s) {
    return s.isMem() && s.before().length() == 0 && s.is(SEEK) && s.embedded().result() == -1;
  }

  static boolean memBuffer(Situation s) {
    return s.isMem()
        && s.is(SETBUFFER)
        && s.embedded().result() == 11
        && s.embedded().state().equals(s.before().withWord(0));
  }

  /** The same but for the ends of reading and writing. */
  static boolean memTold(Situation s) {
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

  /** Winmm begins again at the start. */
  static boolean memGrows(Situation s) {
    return s.isMem() && (isHeaderTooLong(s) || isGrown(s));
  }

  private static boolean isHeaderTooLong(Situation s) {
    State ours = s.embedded().state();
    return s.is(CREATE)
        && s.setup().word() == 0
        && s.embedded().result() == 262
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

  static boolean memKeeps(Situation s) {
    return s.isMem() && (isBehind(s) || isFromOurEnd(s));
  }

  /** What was written can be read, and nothing else is different. */
  private static boolean isBehind(Situation s) {
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
