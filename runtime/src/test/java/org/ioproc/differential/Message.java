package org.ioproc.differential;

import java.util.List;

/**
 * A message in a trace, and its answer.
 *
 * @param first the count, the offset, or lParam1
 * @param second the origin, or lParam2; 0 for READ and WRITE
 */
record Message(String name, long first, long second, long answer) {

  static List<Message> of(Step step) {
    return step.messages().stream().map(Message::parse).toList();
  }

  private static Message parse(String text) {
    String[] parts = text.substring(0, text.lastIndexOf('=')).split("[ ,]", -1);
    long answer = Long.parseLong(text.substring(text.lastIndexOf('=') + 1));
    boolean named = parts[0].equals("OPEN") || parts[0].contains(":"); // One of two procedures.
    boolean counted = parts[0].equals("READ") || parts[0].equals("WRITE");
    return new Message(
        parts[0],
        named ? 0 : Long.parseLong(parts[1]),
        named || counted ? 0 : Long.parseLong(parts[2]),
        answer);
  }

  boolean is(String other) {
    return name.equals(other);
  }

  boolean isSeek(long offset, long origin) {
    return is("SEEK") && first == offset && second == origin;
  }

  boolean isShortWrite() {
    return is("WRITE") && answer != first;
  }

  boolean failed() {
    return answer < 0;
  }
}
