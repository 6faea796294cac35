package org.ioproc.differential;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Shrinks a program as long as it still shows a symptom. */
final class Shrinking {

  /** A condition that shrinking preserves. */
  interface Symptom {
    boolean isIn(Program program) throws IOException;
  }

  private Shrinking() {}

  /** Removes calls and faults one by one, until none can be removed. */
  static Program shrink(Program program, Symptom symptom) throws IOException {
    Program smallest = program;
    Program before;
    do {
      before = smallest;
      smallest = withoutCalls(withoutFaults(smallest, symptom), symptom);
    } while (!smallest.equals(before));
    return smallest;
  }

  private static Program withoutFaults(Program program, Symptom symptom) throws IOException {
    Program smallest = program;
    for (int i = program.setup().faults().size() - 1; i >= 0; i--) {
      List<Fault> faults = new ArrayList<>(smallest.setup().faults());
      faults.remove(i);
      Program smaller = new Program(smallest.setup().with(faults), smallest.calls());
      smallest = symptom.isIn(smaller) ? smaller : smallest;
    }
    return smallest;
  }

  private static Program withoutCalls(Program program, Symptom symptom) throws IOException {
    Program smallest = program;
    for (int i = program.calls().size() - 1; i >= 0; i--) {
      List<Call> calls = new ArrayList<>(smallest.calls());
      calls.remove(i);
      Program smaller = new Program(smallest.setup(), calls);
      smallest = symptom.isIn(smaller) ? smaller : smallest;
    }
    return smallest;
  }
}
