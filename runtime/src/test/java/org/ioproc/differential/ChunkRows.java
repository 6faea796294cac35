package org.ioproc.differential;

import static org.ioproc.differential.Call.Function.ASCEND;
import static org.ioproc.differential.Call.Function.CREATE;
import static org.ioproc.differential.Call.Function.DESCEND;

import java.util.List;

/** Whether a row about chunks explains all of a call, on both sides. */
final class ChunkRows {

  private ChunkRows() {}

  /** Winmm goes on with its search from where it is. */
  static boolean toldDescend(Situation s) {
    return s.is(DESCEND) && s.embedded().result() == 265 && (failsVisibly(s) || leadsTooFar(s));
  }

  private static boolean failsVisibly(Situation s) {
    List<Message> ours = s.ours();
    return s.isCustom()
        && s.stopsEarlier()
        && !ours.isEmpty()
        && ours.get(ours.size() - 1).is("SEEK")
        && ours.get(ours.size() - 1).failed();
  }

  /** No message tells of it: positions end at 2^31-1, and in memory at its end. */
  private static boolean leadsTooFar(Situation s) {
    if (!s.is(DESCEND, ASCEND) || (s.isCustom() && !s.stopsEarlier())) {
      return false;
    }
    long end = s.found().end() + (s.found().size() & 1);
    return end > (s.isMem() ? s.before().length() : Integer.MAX_VALUE);
  }

  /** Winmm looks there only before it begins to search. */
  static boolean parentsEnd(Situation s) {
    return s.is(DESCEND)
        && s.call().second() >= 0
        && s.embedded().result() == 265
        && reached(s) >= s.parent().end()
        && s.stopsEarlier();
  }

  /** Winmm adds up 32 bits. */
  static boolean parentsSize(Situation s) {
    return s.is(DESCEND)
        && s.call().second() >= 0
        && s.parent().end() > 0xFFFFFFFFL
        && s.winmm().result() == 265
        && s.theirs().size() <= 1;
  }

  /** As the procedure has answered, if it could be seen. */
  private static long reached(Situation s) {
    List<Message> ours = s.ours();
    boolean told = !ours.isEmpty() && ours.get(ours.size() - 1).is("SEEK");
    return told ? ours.get(ours.size() - 1).answer() : s.embedded().state().position();
  }

  /** The size is odd and as it was given when the chunk was made: winmm writes nothing. */
  static boolean padded(Situation s) {
    return s.is(ASCEND)
        && s.chunk().isDirty()
        && (s.chunk().size() & 1) != 0
        && s.before().position() - s.chunk().dataOffset() == s.chunk().size()
        && s.winmm().result() == s.embedded().result()
        && (s.winmm().state().position() == s.embedded().state().position()
            || !s.setup().faults().isEmpty());
  }

  static boolean toldAscend(Situation s) {
    return s.is(ASCEND) && s.winmm().result() == 0 && tells(s);
  }

  private static boolean tells(Situation s) {
    long result = s.embedded().result();
    boolean unwritten = s.ours().stream().anyMatch(Message::isShortWrite);
    boolean unreached =
        leadsTooFar(s) || s.ours().stream().anyMatch(m -> m.is("SEEK") && m.failed());
    return (result == 262 && (unwritten || unreached)) || (result == 263 && unreached);
  }

  static boolean toldCreate(Situation s) {
    return s.is(CREATE)
        && s.embedded().result() == 263
        && s.ours().size() == 1
        && s.ours().get(0).isSeek(0, 1)
        && s.ours().get(0).failed();
  }
}
