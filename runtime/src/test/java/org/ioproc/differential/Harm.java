package org.ioproc.differential;

import java.util.List;

/**
 * What would damage memory, or end the process, in winmm as Wine 8.0 has it. It depends on the
 * program and on what mmioGetInfo has shown alone.
 */
final class Harm {

  /** An ordinary file would grow to what takes seconds to make and to compare. */
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
   * Whether a call does harm to winmm.
   *
   * @param state what mmioGetInfo shows before it
   */
  boolean comesFrom(Call call, State state, Chunk chunk) {
    boolean readsBehind = state.isBuffered() && state.next() > state.endRead();
    boolean writesBehind = state.isBuffered() && state.next() > state.endWrite();
    return switch (call.function()) {
      case READ -> readsBehind || isEmptyMemory(state);
      case WRITE, CREATE -> writesBehind;
      case ASCEND -> state.endWrite() < state.length() || state.position() < chunk.dataOffset();
      case DESCEND ->
          readsBehind || isEmptyMemory(state) || (state.isBuffered() && !isWellFormed(state));
      case ADVANCE -> !state.isOpen();
      case SETBUFFER -> call.first() < 0 || (setup.kind() == Setup.Kind.MEM && !setup.own());
      default -> false;
    };
  }

  /** Wine's winmm takes it for a buffer when it reads, whatever its size. */
  private static boolean isEmptyMemory(State state) {
    return state.hasMemory() && !state.isBuffered();
  }

  /** A wrong size can lead a little way behind what a large buffer holds. */
  private boolean isWellFormed(State state) {
    boolean aligned = state.position() == 0 || state.position() == 12;
    return !written && setup.faults().isEmpty() && (state.length() <= 256 || aligned);
  }

  void after(Call call) {
    written |= writes(call) || (call.function() == Call.Function.ADVANCE && call.second() == 2);
  }
}
