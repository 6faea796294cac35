package org.ioproc.differential;

import static org.ioproc.MmioError.CANNOT_SEEK;
import static org.ioproc.MmioError.CANNOT_WRITE;
import static org.ioproc.MmioError.CHUNK_NOT_FOUND;
import static org.ioproc.differential.Call.Function.ASCEND;
import static org.ioproc.differential.Call.Function.CREATE;
import static org.ioproc.differential.Call.Function.DESCEND;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;

import java.util.List;

/** Recognizes calls that a difference in chunks explains completely. */
final class ChunkRows {

  private ChunkRows() {}

  /** Winmm continues its search from wherever the procedure is. */
  static boolean failedDescendReported(Situation s) {
    return s.is(DESCEND) && s.reports(CHUNK_NOT_FOUND) && (failsVisibly(s) || leadsTooFar(s));
  }

  private static boolean failsVisibly(Situation s) {
    List<Message> ours = s.ours();
    return s.isCustom()
        && s.stopsEarlier()
        && !ours.isEmpty()
        && ours.get(ours.size() - 1).is("SEEK")
        && ours.get(ours.size() - 1).failed();
  }

  /** No message shows this. Positions end at 2^31-1 or, in memory, at the end of the memory. */
  private static boolean leadsTooFar(Situation s) {
    if (!s.is(DESCEND, ASCEND) || (s.isCustom() && !s.stopsEarlier())) {
      return false;
    }
    long end = s.found().end() + (s.found().size() & 1);
    return end > (s.isMem() ? s.before().length() : Integer.MAX_VALUE);
  }

  /** Winmm compares the position with the parent's end only before its search. */
  static boolean searchStopsAtParentEnd(Situation s) {
    return s.is(DESCEND)
        && s.call().second() >= 0
        && s.reports(CHUNK_NOT_FOUND)
        && reached(s) >= s.parent().end()
        && s.stopsEarlier();
  }

  /** Winmm computes the parent's end in 32 bits. */
  static boolean largeParentSearched(Situation s) {
    return s.is(DESCEND)
        && s.call().second() >= 0
        && s.parent().end() > 0xFFFFFFFFL
        && s.winmm().result() == CHUNK_NOT_FOUND.code()
        && s.theirs().size() <= 1;
  }

  /** Returns the answer to the last SEEK or, without one, the position that mmioGetInfo shows. */
  private static long reached(Situation s) {
    List<Message> ours = s.ours();
    boolean answered = !ours.isEmpty() && ours.get(ours.size() - 1).is("SEEK");
    return answered ? ours.get(ours.size() - 1).answer() : s.embedded().state().position();
  }

  /** Winmm writes nothing if the chunk was created with the right size, even if it is odd. */
  static boolean oddChunkPadded(Situation s) {
    return s.is(ASCEND)
        && s.chunk().isDirty()
        && (s.chunk().size() & 1) != 0
        && s.before().position() - s.chunk().dataOffset() == s.chunk().size()
        && s.winmm().result() == s.embedded().result()
        && (s.winmm().state().position() == s.embedded().state().position()
            || !s.setup().faults().isEmpty());
  }

  static boolean failedAscendReported(Situation s) {
    return s.is(ASCEND) && s.winmm().result() == 0 && reportsFailure(s);
  }

  private static boolean reportsFailure(Situation s) {
    boolean unwritten = s.ours().stream().anyMatch(Message::isShortWrite);
    boolean unreached =
        leadsTooFar(s) || s.ours().stream().anyMatch(m -> m.is("SEEK") && m.failed());
    return (s.reports(CANNOT_WRITE) && (unwritten || unreached))
        || (s.reports(CANNOT_SEEK) && unreached);
  }

  static boolean unknownPositionReported(Situation s) {
    return s.is(CREATE)
        && s.reports(CANNOT_SEEK)
        && s.ours().size() == 1
        && s.ours().get(0).isSeek(0, SEEK_CUR)
        && s.ours().get(0).failed();
  }
}
