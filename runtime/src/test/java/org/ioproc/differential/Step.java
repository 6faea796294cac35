package org.ioproc.differential;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one call of a program did.
 *
 * @param result what the function returned
 * @param data the bytes read, the chunk, or the call's other output; empty if there is none
 * @param state MMIOINFO afterwards
 * @param bytes what is stored and what the buffer holds, as {@link Bytes} describes it
 * @param messages the messages to the procedure, and its answers
 */
record Step(long result, String data, State state, String bytes, List<String> messages) {

  static final long SKIPPED = Long.MIN_VALUE;

  static Step parse(String line) {
    String[] parts = line.split("\\|", -1);
    return new Step(
        Long.parseLong(parts[0]),
        parts[1],
        State.parse(parts[2]),
        parts[3],
        Stream.of(parts).skip(4).toList());
  }

  boolean isSkipped() {
    return result == SKIPPED;
  }

  boolean has(String message) {
    return messages.stream().anyMatch(text -> text.startsWith(message + " "));
  }

  Step withResult(long other) {
    return new Step(other, data, state, bytes, messages);
  }

  Step withState(State other) {
    return new Step(result, data, other, bytes, messages);
  }

  @Override
  public String toString() {
    return result
        + ("|" + data + "|" + state + "|" + bytes)
        + (messages.isEmpty() ? "" : "|")
        + String.join("|", messages);
  }
}
