package org.ioproc.differential;

import static org.ioproc.differential.Call.Function.ASCEND;
import static org.ioproc.differential.Call.Function.CREATE;
import static org.ioproc.differential.Call.Function.DESCEND;
import static org.ioproc.differential.Call.Function.SETINFO;
import static org.ioproc.differential.Call.Function.WRITE;

import java.util.HashMap;
import java.util.Map;

/** What mmioGetInfo does not show, worked out from what it has shown. */
final class Tracking {

  private final Setup setup;
  private final Map<Integer, Chunk> chunks = new HashMap<>();
  private State before = State.CLOSED;
  private int dirtyEnd;
  private int known;
  private int settled;
  private Difference pending;

  Tracking(Setup setup) {
    this.setup = setup;
  }

  Situation situation(Call call, Step winmm, Step embedded) {
    return new Situation(
        setup,
        before,
        call,
        winmm,
        embedded,
        dirtyEnd,
        known,
        settled,
        chunks.getOrDefault(call.first(), Chunk.NONE),
        chunks.getOrDefault(call.second(), Chunk.NONE));
  }

  /** A difference whose trace shows later: the bytes differ, and what mmioGetInfo shows not yet. */
  Difference pending() {
    return pending;
  }

  void after(Situation situation) {
    for (Difference difference : Difference.values()) {
      if (difference.showsLater() && difference.applies(situation)) {
        pending = difference;
      }
    }
    Step step = situation.winmm();
    State now = step.state();
    boolean moved =
        now.bufferOffset() != before.bufferOffset()
            || now.length() != before.length()
            || step.has("READ");
    boolean writes = situation.is(WRITE, CREATE, ASCEND, SETINFO);
    int reached = Math.max(before.next(), now.next());
    dirtyEnd = !now.isDirty() ? 0 : Math.max(moved ? 0 : dirtyEnd, writes ? reached : 0);
    known =
        Math.max(
            moved ? 0 : known,
            Math.max(now.endRead(), writes && !situation.is(ASCEND) ? now.next() : 0));
    settled = moved ? now.diskOffset() : settled;
    if (situation.is(DESCEND, ASCEND, CREATE) && !step.data().isEmpty()) {
      chunks.put(situation.call().first(), Chunk.parse(step.data()));
    }
    before = now;
  }
}
