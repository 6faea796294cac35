package org.ioproc.differential;

import java.util.List;
import org.ioproc.differential.Call.Function;

/**
 * A call, what both managers did, and what led to it. The state before is the same for both.
 *
 * @param dirtyEnd where in the buffer the last byte was written that is not yet written out
 * @param known where in the buffer the bytes end that are the file's
 * @param gap where in the buffer they begin, behind bytes that are not; 0 without a gap
 * @param opened the file's size when it was opened
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
    int gap,
    int opened,
    Chunk chunk,
    Chunk parent) {

  boolean is(Function... functions) {
    return List.of(functions).contains(call.function());
  }

  boolean isMem() {
    return before.isOpen() && setup.kind() == Setup.Kind.MEM;
  }

  boolean isDos() {
    return before.isOpen() && setup.kind() == Setup.Kind.DOS;
  }

  /** The messages can be seen. */
  boolean isCustom() {
    return setup.kind().isCustom();
  }

  /** There is a buffer between the program and a file. */
  boolean isBuffered() {
    return before.isBuffered() && setup.kind() != Setup.Kind.MEM;
  }

  boolean isDirty() {
    return isBuffered() && before.isDirty();
  }

  boolean isFromEnd() {
    return is(Function.SEEK) && call.second() == 2;
  }

  List<Message> theirs() {
    return Message.of(winmm);
  }

  List<Message> ours() {
    return Message.of(embedded);
  }

  /** The embedded manager sent what winmm sent, and then stopped. */
  boolean stopsEarlier() {
    List<String> sent = embedded.messages();
    List<String> all = winmm.messages();
    return sent.size() <= all.size() && sent.equals(all.subList(0, sent.size()));
  }

  /** The chunk after the call, as the embedded manager filled it in. */
  Chunk found() {
    return Chunk.parse(embedded.data());
  }
}
