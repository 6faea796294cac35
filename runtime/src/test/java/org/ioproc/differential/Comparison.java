package org.ioproc.differential;

import java.util.List;

/**
 * The comparison of what two managers did for one program.
 *
 * @param calls how many calls were the same
 * @param difference the row that explains why the comparison ended, or null
 * @param mismatch what no row explains, or null
 */
record Comparison(int calls, Difference difference, String mismatch) {

  static Comparison of(Program program, List<Step> winmm, List<Step> embedded) {
    Tracking tracking = new Tracking(program.setup());
    for (int i = 0; i < Math.min(winmm.size(), embedded.size()); i++) {
      Call call = call(program, i);
      Step theirs = plain(program.setup(), winmm.get(i));
      Step ours = plain(program.setup(), embedded.get(i));
      Situation situation = tracking.situation(call, theirs, ours);
      if (!ours.equals(theirs)) {
        return judge(i, situation, tracking);
      }
      tracking.after(situation);
    }
    return winmm.size() == embedded.size()
        ? new Comparison(winmm.size(), null, null)
        : new Comparison(winmm.size(), null, "one has opened the file and the other has not");
  }

  /** The first step opens the file, and the last two close it and look at it. */
  private static Call call(Program program, int step) {
    return step > 0 && step <= program.calls().size()
        ? program.calls().get(step - 1)
        : Call.of(Call.Function.CLOSE);
  }

  /** The rows that normalize: what winmm does not show, or shows in its own way. */
  private static Step plain(Setup setup, Step step) {
    State state = step.state().withoutProcedure();
    if (!setup.kind().isCustom()) {
      state = state.withWord(0);
    }
    return new Step(step.result(), step.data(), state, step.messages());
  }

  private static Comparison judge(int step, Situation situation, Tracking tracking) {
    for (Difference difference : Difference.values()) {
      if (difference.applies(situation)) {
        return new Comparison(step, difference, null);
      }
    }
    if (tracking.pending() != null) {
      return new Comparison(step, tracking.pending(), null);
    }
    return new Comparison(
        step,
        null,
        String.join(
            "\n  ",
            "call " + step + ": " + situation.call(),
            "before   " + situation.before(),
            "winmm    " + situation.winmm(),
            "embedded " + situation.embedded()));
  }
}
