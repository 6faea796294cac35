package org.ioproc.differential;

import static org.ioproc.MmioError.CANNOT_SEEK;
import static org.ioproc.MmioError.CANNOT_WRITE;
import static org.ioproc.MmioError.CHUNK_NOT_FOUND;
import static org.ioproc.MmioError.INVALID_PARAMETER;
import static org.ioproc.differential.Call.Function.ADVANCE;
import static org.ioproc.differential.Call.Function.ASCEND;
import static org.ioproc.differential.Call.Function.CLOSE;
import static org.ioproc.differential.Call.Function.CREATE;
import static org.ioproc.differential.Call.Function.DESCEND;
import static org.ioproc.differential.Call.Function.READ;
import static org.ioproc.differential.Call.Function.SETINFO;
import static org.ioproc.differential.Call.Function.WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.util.List;
import java.util.stream.IntStream;

/** Recognizes calls that a difference in writing or flushing buffers explains completely. */
final class WriteRows {

  private WriteRows() {}

  /**
   * The function returns its error, the count that fitted, or a position in the buffer. The
   * unwritten bytes remain to be written.
   */
  static boolean writeErrorReported(Situation s) {
    return s.isBuffered()
        && failedToFlush(s)
        && (isError(s) || isInBuffer(s))
        && (s.is(CLOSE, CREATE, ASCEND) || s.embedded().state().isDirty());
  }

  private static boolean failedToFlush(Situation s) {
    return IntStream.range(0, s.ours().size()).anyMatch(i -> fails(s, i));
  }

  /** Winmm sends WRITE even after SEEK has failed. */
  private static boolean fails(Situation s, int index) {
    Message ours = s.ours().get(index);
    List<Message> theirs = s.theirs();
    boolean known = ours.isSeek(s.before().bufferOffset(), SEEK_SET);
    boolean same = theirs.size() > index + 1 && theirs.get(index).equals(ours);
    boolean seeks = known || (same && theirs.get(index + 1).is("WRITE"));
    return ours.isShortWrite() || (ours.is("SEEK") && ours.failed() && seeks);
  }

  private static boolean isError(Situation s) {
    return switch (s.call().function()) {
      case READ, WRITE, SEEK -> s.embedded().result() == -1;
      case DESCEND -> s.reports(CHUNK_NOT_FOUND);
      case CREATE, ASCEND -> s.reports(CANNOT_WRITE) || s.reports(CANNOT_SEEK);
      default -> s.reports(CANNOT_WRITE);
    };
  }

  private static boolean isInBuffer(Situation s) {
    long result = s.embedded().result();
    return switch (s.call().function()) {
      case WRITE -> result > 0 && result <= s.call().first();
      case SEEK -> result == s.embedded().state().position();
      case CREATE, ASCEND -> result == 0 && s.embedded().state().isDirty();
      default -> false;
    };
  }

  /** Winmm refills the buffer without flushing it. The embedded manager flushes it if it must. */
  static boolean flushedBeforeRefill(Situation s) {
    return s.isDirty()
        && s.is(READ, DESCEND)
        && s.refills()
        && (!s.isCustom() || (readsFirst(s.theirs()) && flushesFirst(s)));
  }

  private static boolean readsFirst(List<Message> messages) {
    return messages.get(messages.size() > 1 && messages.get(0).is("SEEK") ? 1 : 0).is("READ");
  }

  private static boolean flushesFirst(Situation s) {
    int read = Math.max(s.before().endRead(), s.before().next());
    return s.ours().isEmpty() || isFlush(s, s.ours(), Math.max(s.dirtyEnd(), read));
  }

  /** Returns whether the first two messages flush the buffer up to an index. */
  private static boolean isFlush(Situation s, List<Message> messages, int end) {
    return messages.size() > 1
        && messages.get(0).isSeek(s.before().bufferOffset(), SEEK_SET)
        && messages.get(1).is("WRITE")
        && messages.get(1).first() == end;
  }

  static boolean allChangesFlushed(Situation s) {
    return s.isDirty()
        && s.before().next() < s.dirtyEnd()
        && (s.isCustom() ? flushesMore(s) : s.winmm().result() == s.embedded().result());
  }

  private static boolean flushesMore(Situation s) {
    return isFlush(s, s.theirs(), s.before().next()) && isFlush(s, s.ours(), s.dirtyEnd());
  }

  static boolean flushedBeforeSeekFromEnd(Situation s) {
    return s.isDirty() && s.isCustom() && s.isFromEnd() && isEndAfterFlush(s);
  }

  private static boolean isEndAfterFlush(Situation s) {
    return s.theirs().get(0).isSeek(s.call().first(), SEEK_END)
        && s.ours().size() > 2
        && s.ours().get(1).is("WRITE")
        && s.ours().get(2).isSeek(s.call().first(), SEEK_END);
  }

  /** Winmm writes the gap's unknown bytes. The embedded manager starts a new buffer. */
  static boolean gapNotWritten(Situation s) {
    State before = s.before();
    return s.isBuffered()
        && (before.next() > s.known()
            ? startsBuffer(s) || writesKnown(s) || writesFirst(s)
            : s.gap() > 0 && s.isDirty() && writesAfterGap(s));
  }

  /** Returns whether the bytes before a gap are flushed because the program puts bytes after it. */
  private static boolean writesFirst(Situation s) {
    return s.is(SETINFO)
        && s.isDirty()
        && s.embedded().state().next() > s.before().next()
        && (!s.isCustom() || isFlush(s, s.ours(), s.dirtyEnd()));
  }

  private static boolean writesAfterGap(Situation s) {
    List<Message> ours = s.ours();
    return !s.isCustom()
        || (ours.size() > 1
            && ours.get(0).isSeek(s.before().bufferOffset() + s.gap(), SEEK_SET)
            && ours.get(1).is("WRITE")
            && ours.get(1).first() == s.dirtyEnd() - s.gap());
  }

  private static boolean startsBuffer(Situation s) {
    return s.is(WRITE, CREATE) && s.embedded().state().bufferOffset() >= s.before().position();
  }

  private static boolean writesKnown(Situation s) {
    int end = Math.max(s.dirtyEnd(), Math.min(s.before().next(), s.known()));
    return s.isDirty() && (!s.isCustom() || isFlush(s, s.ours(), end));
  }

  static boolean changesDiscarded(Situation s) {
    return s.is(SETINFO)
        && s.call().first() == Call.CLEAN
        && s.isDirty()
        && s.embedded().result() == 0
        && s.embedded().state().endRead() == 0
        && s.embedded().state().position() == s.before().position()
        && s.ours().isEmpty();
  }

  static boolean staleInfoRefused(Situation s) {
    return s.is(SETINFO)
        && s.call().first() == Call.STALE
        && s.isBuffered()
        && s.reports(INVALID_PARAMETER)
        && s.embedded().state().equals(s.before())
        && s.ours().isEmpty();
  }

  static boolean advanceWritesChanges(Situation s) {
    return s.isBuffered()
        && s.is(ADVANCE)
        && s.call().first() == 0
        && s.call().second() == Call.DIRTY_INFO
        && (!s.isCustom() || isFlush(s, s.ours(), Math.max(s.dirtyEnd(), s.before().next())));
  }
}
