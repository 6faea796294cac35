package org.ioproc.differential;

import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;

import java.util.List;
import org.ioproc.MmioError;
import org.ioproc.differential.Call.Function;

/**
 * A call, what both managers did, and the state before it, which is the same for both.
 *
 * @param dirtyEnd the index in the buffer where the changes end
 * @param known the index in the buffer up to which its bytes are known
 * @param gap the index after a gap of unknown bytes; 0 without a gap
 * @param opened the file's size when it was opened
 * @param chunk the call's chunk before the call
 * @param parent the parent chunk before the call
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

  /** Returns whether messages can be seen. */
  boolean isCustom() {
    return setup.kind().isCustom();
  }

  /** Returns whether there is a buffer between the program and a file. */
  boolean isBuffered() {
    return before.isBuffered() && setup.kind() != Setup.Kind.MEM;
  }

  boolean isDirty() {
    return isBuffered() && before.isDirty();
  }

  boolean isFromEnd() {
    return is(Function.SEEK) && call.second() == SEEK_END;
  }

  List<Message> theirs() {
    return Message.of(winmm);
  }

  List<Message> ours() {
    return Message.of(embedded);
  }

  /** Returns whether winmm filled the buffer. */
  boolean refills() {
    State now = winmm.state();
    return winmm.has("READ")
        || now.bufferOffset() != before.bufferOffset()
        || now.endRead() != before.endRead();
  }

  /** Returns whether the embedded manager returned an error. */
  boolean reports(MmioError error) {
    return embedded.result() == error.code();
  }

  /** Returns whether the embedded manager sent the messages that winmm sent first. */
  boolean stopsEarlier() {
    List<String> sent = embedded.messages();
    List<String> all = winmm.messages();
    return sent.size() <= all.size() && sent.equals(all.subList(0, sent.size()));
  }

  /** Returns the chunk after the call, as the embedded manager filled it in. */
  Chunk found() {
    return Chunk.parse(embedded.data());
  }
}
