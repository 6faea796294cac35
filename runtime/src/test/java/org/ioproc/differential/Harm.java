package org.ioproc.differential;

import java.util.List;

/**
 * Predicts which calls would damage memory or crash the process in winmm (Wine 8.0), from nothing
 * but the program and what mmioGetInfo has shown.
 */
final class Harm {

  /** A file that is written past this position takes seconds to write and compare. */
  private static final int FAR = 1 << 16;

  private final Setup setup;
  private boolean written;

  Harm(Setup setup) {
    this.setup = setup;
  }

  boolean isTooFar(Call call, State state) {
    return setup.kind() == Setup.Kind.DOS
        && (writes(call)
            || call.function() == Call.Function.ADVANCE
            || call.function() == Call.Function.ASCEND)
        && Math.max(state.position(), state.bufferOffset()) > FAR;
  }

  private static boolean writes(Call call) {
    return List.of(Call.Function.WRITE, Call.Function.CREATE, Call.Function.SETINFO)
        .contains(call.function());
  }

  /**
   * Returns whether a call would harm winmm.
   *
   * @param state what mmioGetInfo shows before the call
   */
  boolean isCausedBy(Call call, State state, Chunk chunk) {
    boolean readsPastEnd = state.isBuffered() && state.next() > state.endRead();
    boolean writesPastEnd = state.isBuffered() && state.next() > state.endWrite();
    return switch (call.function()) {
      case READ -> readsPastEnd || isEmptyMemory(state);
      case WRITE, CREATE -> writesPastEnd;
      case ASCEND -> state.endWrite() < state.length() || state.position() < chunk.dataOffset();
      case DESCEND ->
          readsPastEnd || isEmptyMemory(state) || (state.isBuffered() && !isWellFormed(state));
      case ADVANCE -> !state.isOpen();
      case SETBUFFER -> call.first() < 0 || (setup.kind() == Setup.Kind.MEM && !setup.own());
      default -> false;
    };
  }

  /** Winmm reads such memory as if it were a buffer, whatever its size. */
  private static boolean isEmptyMemory(State state) {
    return state.hasMemory() && !state.isBuffered();
  }

  /** A wrong size may lead a short way past the bytes in a large buffer. */
  private boolean isWellFormed(State state) {
    boolean aligned = state.position() == 0 || state.position() == 12;
    return !written && setup.faults().isEmpty() && (state.length() <= 256 || aligned);
  }

  void after(Call call) {
    written |=
        writes(call)
            || (call.function() == Call.Function.ADVANCE && call.second() == Call.DIRTY_INFO);
  }
}
