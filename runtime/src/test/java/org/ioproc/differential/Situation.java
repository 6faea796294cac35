package org.ioproc.differential;

import java.util.List;
import java.util.stream.Stream;
import org.ioproc.differential.Call.Function;

/**
 * A call, what both managers did, and what led to it. The state before is the same for both.
 *
 * @param dirtyEnd where in the buffer the last byte was written that is not yet written out
 * @param known where in the buffer the bytes end that are the file's
 * @param settled lDiskOffset as it was when the buffer was last filled or emptied
 * @param chunk the chunk of the call, before it
 * @param parent the chunk around it
 */
record Situation(
    Setup setup,
    State before,
    Call call,
    Step winmm,
    Step embedded,
    int dirtyEnd,
    int known,
    int settled,
    Chunk chunk,
    Chunk parent) {

  boolean is(Function... functions) {
    return List.of(functions).contains(call.function());
  }

  boolean isMem() {
    return before.isOpen() && setup.kind() == Setup.Kind.MEM;
  }

  /** There is a buffer between the program and a file. */
  boolean isBuffered() {
    return before.isBuffered() && setup.kind() != Setup.Kind.MEM;
  }

  /** Whether winmm filled the buffer, with or without success. */
  boolean refills() {
    return winmm.has("READ")
        || winmm.state().bufferOffset() != before.bufferOffset()
        || winmm.state().endRead() != before.endRead();
  }

  /** Whether a procedure took or brought less than it was asked for, or -1. */
  boolean wasShort(String message) {
    return messages(message).anyMatch(text -> answer(text) != asked(text));
  }

  boolean failed(String message) {
    return messages(message).anyMatch(text -> answer(text) < 0);
  }

  private Stream<String> messages(String message) {
    return winmm.messages().stream().filter(text -> text.startsWith(message + " "));
  }

  private static long answer(String text) {
    return Long.parseLong(text.substring(text.indexOf('=') + 1));
  }

  private static long asked(String text) {
    return Long.parseLong(text.split("[ ,]", -1)[1]);
  }
}
