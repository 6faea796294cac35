package org.ioproc.differential;

import static org.ioproc.MmioError.CANNOT_READ;
import static org.ioproc.MmioError.CHUNK_NOT_FOUND;
import static org.ioproc.differential.Call.Function.ADVANCE;
import static org.ioproc.differential.Call.Function.DESCEND;
import static org.ioproc.differential.Call.Function.FLUSH;
import static org.ioproc.differential.Call.Function.READ;
import static org.ioproc.differential.Call.Function.SEEK;
import static org.ioproc.differential.Call.Function.SETBUFFER;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.util.List;

/** Recognizes calls that a difference in filling buffers explains completely. */
final class ReadRows {

  private ReadRows() {}

  static boolean readErrorReported(Situation s) {
    boolean failed = s.ours().stream().anyMatch(m -> m.is("READ") && m.failed());
    return s.isBuffered() && failed && isReadError(s);
  }

  private static boolean isReadError(Situation s) {
    boolean stays = s.embedded().state().position() == s.before().position();
    return s.is(READ)
        ? s.embedded().result() == -1 && stays
        : s.is(DESCEND) ? s.reports(CHUNK_NOT_FOUND) : s.is(ADVANCE) && s.reports(CANNOT_READ);
  }

  static boolean failedSeekFromEndReported(Situation s) {
    List<Message> ours = s.ours();
    return s.isBuffered()
        && s.isCustom()
        && s.isFromEnd()
        && s.stopsEarlier()
        && s.embedded().result() == -1
        && !ours.isEmpty()
        && ours.get(ours.size() - 1).isSeek(s.call().first(), SEEK_END)
        && ours.get(ours.size() - 1).failed();
  }

  /** Winmm continues where the procedure is, or shows the buffer's beginning. */
  static boolean positionKept(Situation s) {
    State theirs = s.winmm().state();
    boolean passesOn = s.is(SETBUFFER) || (s.is(ADVANCE) && s.call().first() == MMIO_WRITE);
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
        && (s.before().position() == s.embedded().state().position() || isDeceived(s));
  }

  /** The procedure may have reported a move that it did not make. */
  private static boolean isDeceived(Situation s) {
    return !s.setup().faults().isEmpty() && s.ours().size() > s.theirs().size();
  }

  private static boolean addsOneSeek(Situation s) {
    List<String> theirs = s.winmm().messages();
    List<String> ours = s.embedded().messages();
    return ours.size() >= theirs.size()
        && ours.subList(0, theirs.size()).equals(theirs)
        && s.ours().stream()
            .skip(theirs.size())
            .allMatch(message -> message.isSeek(s.before().position(), SEEK_SET));
  }

  /** Winmm fills the buffer from where the procedure is. */
  static boolean refilledAtPosition(Situation s) {
    return s.isBuffered()
        && !s.is(SEEK)
        && (s.isCustom() ? s.winmm().has("READ") : refillsElsewhere(s))
        && (s.ours().isEmpty() || seeksBeforeReading(s));
  }

  private static boolean refillsElsewhere(Situation s) {
    State before = s.before();
    return s.refills() && before.diskOffset() != before.bufferOffset() + before.endRead();
  }

  private static boolean seeksBeforeReading(Situation s) {
    State before = s.before();
    for (Message message : s.ours()) {
      if (message.isSeek(before.position(), SEEK_SET)
          || message.isSeek(before.bufferOffset() + s.known(), SEEK_SET)) {
        return true;
      }
      if (message.is("READ")) {
        return false;
      }
    }
    return false;
  }
}
