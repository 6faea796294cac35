package org.ioproc.differential;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one call of a program did.
 *
 * @param result what the function returned
 * @param data the bytes read, or the chunk; empty if there is none
 * @param state MMIOINFO afterwards
 * @param messages what the procedure got, and its answers
 */
record Step(long result, String data, State state, List<String> messages) {

  static final long SKIPPED = Long.MIN_VALUE;

  static Step parse(String line) {
    String[] parts = line.split("\\|", -1);
    return new Step(
        Long.parseLong(parts[0]),
        parts[1],
        State.parse(parts[2]),
        Stream.of(parts).skip(3).toList());
  }

  boolean isSkipped() {
    return result == SKIPPED;
  }

  /** The arguments and the answer of each message of a kind: count or offset, then answer. */
  boolean has(String message) {
    return messages.stream().anyMatch(text -> text.startsWith(message + " "));
  }

  @Override
  public String toString() {
    return result
        + "|"
        + data
        + "|"
        + state
        + (messages.isEmpty() ? "" : "|")
        + String.join("|", messages);
  }
}
