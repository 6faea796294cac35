package org.ioproc.differential;

import java.util.ArrayList;
import java.util.List;

/** Describes a step in a few words, which a reader can check against the documentation. */
final class Outcome {

  private Outcome() {}

  /** Returns the result, the call's other output, the position and the messages. */
  static String of(Setup setup, Step step) {
    List<String> parts = new ArrayList<>();
    parts.add(Long.toString(step.result()));
    parts.add(step.data());
    parts.add(place(setup, step));
    parts.addAll(step.messages());
    return String.join("; ", parts);
  }

  private static String place(Setup setup, Step step) {
    State state = step.state();
    if (setup.kind() == Setup.Kind.MANAGER) {
      return step.bytes() + (state.isOpen() ? " code " + Integer.toHexString(state.code()) : "");
    }
    if (!state.isOpen()) {
      return "closed";
    }
    String file =
        setup.kind() == Setup.Kind.MEM
            ? state.endRead() + " of " + state.length() + " to " + state.endWrite()
            : step.bytes().substring(0, step.bytes().indexOf('#'));
    String word = setup.kind() == Setup.Kind.DOS ? "" : " " + state.word0();
    return "at "
        + (state.position() + "/" + file)
        + (state.isDirty() ? " dirty" : "")
        + (state.procedure() ? " procedure" : "")
        + word;
  }
}
