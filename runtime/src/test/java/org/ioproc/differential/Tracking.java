package org.ioproc.differential;

import static org.ioproc.differential.Call.Function.ADVANCE;
import static org.ioproc.differential.Call.Function.ASCEND;
import static org.ioproc.differential.Call.Function.CREATE;
import static org.ioproc.differential.Call.Function.DESCEND;
import static org.ioproc.differential.Call.Function.SETINFO;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EMPTYBUF;

import java.util.HashMap;
import java.util.Map;

/** Derives one manager's hidden state from what mmioGetInfo has shown. */
final class Tracking {

  private final Map<Integer, Chunk> chunks = new HashMap<>();
  private State before = State.CLOSED;
  private int opened;
  private int dirtyEnd;
  private int known;
  private int gap;

  Situation situation(Setup setup, Call call, Step winmm, Step embedded) {
    return new Situation(
        setup,
        before,
        call,
        winmm,
        embedded,
        dirtyEnd,
        known,
        gap,
        opened,
        chunk(call.first()),
        chunk(call.second()));
  }

  private Chunk chunk(int slot) {
    return chunks.getOrDefault(slot, Chunk.NONE);
  }

  void open(Step step) {
    opened = Integer.parseInt(step.bytes().substring(0, step.bytes().indexOf('#')));
    before = step.state();
    known = before.endRead();
  }

  void after(Call call, Step step) {
    State now = step.state();
    boolean moved =
        now.bufferOffset() != before.bufferOffset()
            || now.length() != before.length()
            || (step.result() == 0 && empties(call))
            || step.has("READ");
    if (call.function() == ADVANCE && call.second() != 0 && step.result() == 0) {
      opened = Math.max(opened, before.position());
    }
    boolean cut = call.function() == SETINFO && now.endRead() != before.endRead();
    int wrote = written(call, step, moved);
    gap = moved ? 0 : isAfterGap(call, now) ? before.next() : gap;
    dirtyEnd = !now.isDirty() ? 0 : Math.max(moved ? 0 : dirtyEnd, wrote);
    known = Math.max(moved ? 0 : cut ? dirtyEnd : known, Math.max(now.endRead(), wrote));
    if (isAboutChunk(call) && !step.data().isEmpty()) {
      chunks.put(call.first(), Chunk.parse(step.data()));
    }
    before = now;
  }

  /** Returns whether the program has put bytes into the buffer after a gap of unknown bytes. */
  private boolean isAfterGap(Call call, State now) {
    return call.function() == SETINFO
        && now.isDirty()
        && before.next() > known
        && now.next() > before.next();
  }

  /** Returns whether the call empties the buffer, even if the buffer does not move. */
  private static boolean empties(Call call) {
    return switch (call.function()) {
      case SETBUFFER, ADVANCE -> true;
      case FLUSH -> (call.first() & MMIO_EMPTYBUF) != 0;
      default -> false;
    };
  }

  /** Returns the end index of the bytes that the call has put into the buffer. */
  private int written(Call call, Step step, boolean moved) {
    return switch (call.function()) {
      case WRITE, CREATE -> Math.max(moved ? 0 : before.next(), step.state().next());
      case SETINFO -> acceptedEnd(step.state());
      case ASCEND -> ascended(chunk(call.first()), step, moved);
      default -> 0;
    };
  }

  /** Returns the end index of the bytes that the program has written or changed. */
  private int acceptedEnd(State now) {
    if (now.isDirty() && now.next() > before.next()) {
      return now.next();
    }
    return now.isDirty() && !before.isDirty() ? Math.min(before.next(), known) : 0;
  }

  /**
   * Returns the end index of what mmioAscend wrote: the size just before the chunk's data or, if
   * the buffer has not moved since, the pad byte after the data.
   */
  private static int ascended(Chunk chunk, Step step, boolean moved) {
    if (!chunk.isDirty() || step.data().equals(chunk.clean().toString())) {
      return 0;
    }
    Chunk ascended = step.data().isEmpty() ? chunk : Chunk.parse(step.data());
    boolean padded = ascended.size() % 2 != 0 && !moved;
    long end = padded ? ascended.end() + 1 : ascended.dataOffset();
    return (int) Math.max(0, end - step.state().bufferOffset());
  }

  private static boolean isAboutChunk(Call call) {
    return call.function() == DESCEND || call.function() == ASCEND || call.function() == CREATE;
  }

  /** Returns whether a seek out of the buffer has left no hidden state. */
  boolean isFresh(Call call, Step step) {
    State now = step.state();
    boolean outside =
        now.bufferOffset() < before.bufferOffset()
            || now.bufferOffset() > before.bufferOffset() + before.length();
    return now.isOpen()
        && call.function() == Call.Function.SEEK
        && step.result() == now.position()
        && !now.isDirty()
        && now.next() == 0
        && now.endRead() == 0
        && (outside || !now.isBuffered());
  }

  boolean hasChunksOf(Tracking other) {
    return chunks.equals(other.chunks);
  }
}
