package org.ioproc.differential;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file and the calls on it. Its text is one line, which {@link #parse} reads. */
record Program(Setup setup, List<Call> calls) {

  static Program parse(String line) {
    String[] parts = line.split("\\|", -1);
    return new Program(Setup.parse(parts[0]), Stream.of(parts).skip(1).map(Call::parse).toList());
  }

  /** Returns a step's call. The first step opens the file; the last two close it and look at it. */
  Call callAt(int step) {
    return step > 0 && step <= calls.size() ? calls.get(step - 1) : Call.of(Call.Function.CLOSE);
  }

  @Override
  public String toString() {
    return setup + calls.stream().map(call -> "|" + call).collect(Collectors.joining());
  }
}
