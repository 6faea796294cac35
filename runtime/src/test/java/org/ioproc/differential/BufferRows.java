package org.ioproc.differential;

import static org.ioproc.differential.Call.Function.ADVANCE;
import static org.ioproc.differential.Call.Function.ASCEND;
import static org.ioproc.differential.Call.Function.CLOSE;
import static org.ioproc.differential.Call.Function.CREATE;
import static org.ioproc.differential.Call.Function.DESCEND;
import static org.ioproc.differential.Call.Function.FLUSH;
import static org.ioproc.differential.Call.Function.READ;
import static org.ioproc.differential.Call.Function.SEEK;
import static org.ioproc.differential.Call.Function.SETBUFFER;
import static org.ioproc.differential.Call.Function.SETINFO;
import static org.ioproc.differential.Call.Function.WRITE;

import java.util.List;
import java.util.stream.IntStream;

/** Whether a row about buffers explains all of a call, on both sides. */
final class BufferRows {

  private BufferRows() {}

  /**
   * The error of the function's own kind, what has found room, or a place in the buffer; and what
   * was not written is still to be written.
   */
  static boolean toldWrite(Situation s) {
    return s.isBuffered()
        && failedToFlush(s)
        && (isError(s) || isInBuffer(s))
        && (s.is(CLOSE, CREATE, ASCEND) || s.embedded().state().isDirty());
  }

  private static boolean failedToFlush(Situation s) {
    return IntStream.range(0, s.ours().size()).anyMatch(i -> fails(s, i));
  }

  /** Winmm writes although SEEK has failed. */
  private static boolean fails(Situation s, int index) {
    Message ours = s.ours().get(index);
    List<Message> theirs = s.theirs();
    boolean known = ours.isSeek(s.before().bufferOffset(), 0);
    boolean same = theirs.size() > index + 1 && theirs.get(index).equals(ours);
    boolean seeks = known || (same && theirs.get(index + 1).is("WRITE"));
    return ours.isShortWrite() || (ours.is("SEEK") && ours.failed() && seeks);
  }

  private static boolean isError(Situation s) {
    long result = s.embedded().result();
    return switch (s.call().function()) {
      case READ, WRITE, SEEK -> result == -1;
      case DESCEND -> result == 265;
      case CREATE, ASCEND -> result == 262 || result == 263;
      default -> result == 262;
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

  static boolean toldRead(Situation s) {
    boolean failed = s.ours().stream().anyMatch(m -> m.is("READ") && m.failed());
    return s.isBuffered() && failed && isReadError(s);
  }

  private static boolean isReadError(Situation s) {
    long result = s.embedded().result();
    boolean stays = s.embedded().state().position() == s.before().position();
    return s.is(READ)
        ? result == -1 && stays
        : s.is(DESCEND) ? result == 265 : s.is(ADVANCE) && result == 261;
  }

  /** Winmm fills the buffer without writing; the embedded manager writes first, or need not. */
  static boolean flushedRefill(Situation s) {
    return s.isDirty()
        && s.is(READ, DESCEND)
        && refills(s)
        && (!s.isCustom() || (readsFirst(s.theirs()) && flushesFirst(s)));
  }

  private static boolean refills(Situation s) {
    State now = s.winmm().state();
    return s.winmm().has("READ")
        || now.bufferOffset() != s.before().bufferOffset()
        || now.endRead() != s.before().endRead();
  }

  private static boolean readsFirst(List<Message> messages) {
    return messages.get(messages.size() > 1 && messages.get(0).is("SEEK") ? 1 : 0).is("READ");
  }

  private static boolean flushesFirst(Situation s) {
    int read = Math.max(s.before().endRead(), s.before().next());
    return s.ours().isEmpty() || isFlush(s, s.ours(), Math.max(s.dirtyEnd(), read));
  }

  /** The first two messages write the buffer out, up to there. */
  private static boolean isFlush(Situation s, List<Message> messages, int end) {
    return messages.size() > 1
        && messages.get(0).isSeek(s.before().bufferOffset(), 0)
        && messages.get(1).is("WRITE")
        && messages.get(1).first() == end;
  }

  static boolean wholeFlush(Situation s) {
    return s.isDirty()
        && s.before().next() < s.dirtyEnd()
        && (s.isCustom() ? flushesMore(s) : s.winmm().result() == s.embedded().result());
  }

  private static boolean flushesMore(Situation s) {
    return isFlush(s, s.theirs(), s.before().next()) && isFlush(s, s.ours(), s.dirtyEnd());
  }

  static boolean refusedEnd(Situation s) {
    List<Message> ours = s.ours();
    return s.isBuffered()
        && s.isCustom()
        && s.isFromEnd()
        && s.stopsEarlier()
        && s.embedded().result() == -1
        && !ours.isEmpty()
        && ours.get(ours.size() - 1).isSeek(s.call().first(), 2)
        && ours.get(ours.size() - 1).failed();
  }

  static boolean flushedEnd(Situation s) {
    return s.isDirty() && s.isCustom() && s.isFromEnd() && isEndAfterFlush(s);
  }

  private static boolean isEndAfterFlush(Situation s) {
    return s.theirs().get(0).isSeek(s.call().first(), 2)
        && s.ours().size() > 2
        && s.ours().get(1).is("WRITE")
        && s.ours().get(2).isSeek(s.call().first(), 2);
  }

  /** Winmm writes what happens to be in the buffer; the embedded manager begins a new one. */
  static boolean knownBytes(Situation s) {
    State before = s.before();
    return s.isBuffered()
        && (before.next() > s.known()
            ? beginsAnew(s) || writesKnown(s) || writesFirst(s)
            : s.gap() > 0 && s.isDirty() && writesBehindGap(s));
  }

  /** The program puts something behind a gap: what is before it is written out. */
  private static boolean writesFirst(Situation s) {
    return s.is(SETINFO)
        && s.isDirty()
        && s.embedded().state().next() > s.before().next()
        && (!s.isCustom() || isFlush(s, s.ours(), s.dirtyEnd()));
  }

  private static boolean writesBehindGap(Situation s) {
    List<Message> ours = s.ours();
    return !s.isCustom()
        || (ours.size() > 1
            && ours.get(0).isSeek(s.before().bufferOffset() + s.gap(), 0)
            && ours.get(1).is("WRITE")
            && ours.get(1).first() == s.dirtyEnd() - s.gap());
  }

  private static boolean beginsAnew(Situation s) {
    return s.is(WRITE, CREATE) && s.embedded().state().bufferOffset() >= s.before().position();
  }

  private static boolean writesKnown(Situation s) {
    int end = Math.max(s.dirtyEnd(), Math.min(s.before().next(), s.known()));
    return s.isDirty() && (!s.isCustom() || isFlush(s, s.ours(), end));
  }

  /** Winmm goes on where the procedure stands, or shows the buffer's beginning. */
  static boolean keptPosition(Situation s) {
    State theirs = s.winmm().state();
    boolean passesOn = s.is(SETBUFFER) || (s.is(ADVANCE) && s.call().first() == 1);
    boolean jumps =
        passesOn
            ? theirs.position() == theirs.diskOffset()
            : s.is(FLUSH)
                && s.call().first() != 0
                && theirs.position() == s.before().bufferOffset();
    return s.isBuffered()
        && jumps
        && addsOneSeek(s)
        && s.before().position() != theirs.position()
        && (s.before().position() == s.embedded().state().position() || isLiedTo(s));
  }

  /** The procedure has said that it went there, and has not. */
  private static boolean isLiedTo(Situation s) {
    return !s.setup().faults().isEmpty() && s.ours().size() > s.theirs().size();
  }

  private static boolean addsOneSeek(Situation s) {
    List<String> theirs = s.winmm().messages();
    List<String> ours = s.embedded().messages();
    return ours.size() >= theirs.size()
        && ours.subList(0, theirs.size()).equals(theirs)
        && s.ours().stream()
            .skip(theirs.size())
            .allMatch(message -> message.isSeek(s.before().position(), 0));
  }

  /** Winmm fills it from where the procedure stands. */
  static boolean refilledInPlace(Situation s) {
    return s.isBuffered()
        && !s.is(SEEK)
        && (s.isCustom() ? s.winmm().has("READ") : refillsElsewhere(s))
        && (s.ours().isEmpty() || seeksBeforeReading(s));
  }

  private static boolean refillsElsewhere(Situation s) {
    State before = s.before();
    return refills(s) && before.diskOffset() != before.bufferOffset() + before.endRead();
  }

  private static boolean seeksBeforeReading(Situation s) {
    State before = s.before();
    for (Message message : s.ours()) {
      if (message.isSeek(before.position(), 0)
          || message.isSeek(before.bufferOffset() + s.known(), 0)) {
        return true;
      }
      if (message.is("READ")) {
        return false;
      }
    }
    return false;
  }

  static boolean givenUp(Situation s) {
    return s.is(SETINFO)
        && s.call().first() == Call.GIVEN_UP
        && s.isDirty()
        && s.embedded().result() == 0
        && s.embedded().state().endRead() == 0
        && s.embedded().state().position() == s.before().position()
        && s.ours().isEmpty();
  }

  static boolean elsewhere(Situation s) {
    return s.is(SETINFO)
        && s.call().first() == Call.ELSEWHERE
        && s.isBuffered()
        && s.embedded().result() == 11
        && s.embedded().state().equals(s.before())
        && s.ours().isEmpty();
  }

  static boolean advancedDirty(Situation s) {
    return s.isBuffered()
        && s.is(ADVANCE)
        && s.call().first() == 0
        && s.call().second() == 2
        && (!s.isCustom() || isFlush(s, s.ours(), Math.max(s.dirtyEnd(), s.before().next())));
  }
}
