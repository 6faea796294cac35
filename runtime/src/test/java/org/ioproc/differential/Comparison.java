package org.ioproc.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * A comparison, call by call, of what two managers did for one program. After a known difference,
 * it resumes once everything visible is equal again and a seek out of the buffer has left nothing
 * hidden. {@link Documented} checks the embedded manager even where the comparison does not.
 *
 * @param calls the number of calls in which both did the same
 * @param differences the differences that explain the other calls
 * @param mismatch what no difference explains, or null
 * @param where the number of the mismatch's step
 */
record Comparison(int calls, List<Difference> differences, String mismatch, int where) {

  static Comparison of(Program program, List<Step> winmm, List<Step> embedded) {
    return new Comparing(program, winmm, embedded).compare();
  }

  boolean showsNoDifference() {
    return differences.isEmpty() && mismatch == null;
  }

  /** Returns the program up to the mismatch. */
  Program shortened(Program program) {
    List<Call> calls = program.calls();
    return new Program(program.setup(), calls.subList(0, Math.min(where, calls.size())));
  }

  private static final class Comparing {

    private final Program program;
    private final Setup setup;
    private final List<Step> winmm;
    private final List<Step> embedded;
    private final Tracking theirs = new Tracking();
    private final Tracking ours = new Tracking();
    private final FaultCount theirFaults;
    private final FaultCount ourFaults;
    private final List<Difference> differences = new ArrayList<>();
    private boolean diverged;
    private boolean mayBeOpen;
    private int same;

    Comparing(Program program, List<Step> winmm, List<Step> embedded) {
      this.program = program;
      this.setup = program.setup();
      this.winmm = winmm;
      this.embedded = embedded;
      this.theirFaults = new FaultCount(setup);
      this.ourFaults = new FaultCount(setup);
    }

    Comparison compare() {
      for (int i = 0; i < Math.min(winmm.size(), embedded.size()); i++) {
        String mismatch = step(i, plain(winmm.get(i)), plain(embedded.get(i)));
        if (mismatch != null) {
          return new Comparison(same, differences, mismatch, i);
        }
      }
      boolean alike = diverged || winmm.size() == embedded.size();
      String mismatch = alike ? null : "one has opened the file and the other has not";
      String undocumented = mismatch == null ? Documented.check(program, embedded) : mismatch;
      return new Comparison(same, differences, undocumented, embedded.size() - 1);
    }

    /** Removes the fields that comparisons leave out. */
    private Step plain(Step step) {
      return step.withState(setup.comparable(step.state()));
    }

    private String step(int number, Step their, Step our) {
      boolean last = number == winmm.size() - 1;
      Call call = last ? Call.of(Call.Function.CLOSE) : program.callAt(number);
      Situation situation = theirs.situation(setup, call, their, our);
      String mismatch = null;
      mayBeOpen |= OpeningRows.closedDespiteFhopen(situation);
      if (diverged) {
        diverged = !isReunited(call, their, our);
      } else if (our.equals(their)) {
        same++;
        noteHidden(situation);
      } else {
        mismatch = explain(number, situation);
      }
      follow(number, call, their, our);
      return mismatch;
    }

    /** Notes a difference that shows later, if at all. */
    private void noteHidden(Situation situation) {
      if (FileRows.isLostFrom(situation)) {
        differences.add(FileDifference.MEM_ADVANCES_TO_END);
        diverged = true;
      } else if (OpeningRows.closedDespiteFhopen(situation)) {
        differences.add(OpeningDifference.CLOSED_DESPITE_FHOPEN);
        diverged = true;
      }
    }

    private void follow(int number, Call call, Step their, Step our) {
      theirFaults.after(their);
      ourFaults.after(our);
      if (setup.kind() == Setup.Kind.MANAGER) {
        return;
      }
      if (number == 0) {
        theirs.open(their);
        ours.open(our);
      } else {
        theirs.after(call, their);
        ours.after(call, our);
      }
    }

    /** While faults are pending, the managers may meet them in different messages. */
    private boolean isReunited(Call call, Step their, Step our) {
      return theirFaults.isOver()
          && ourFaults.isOver()
          && !mayBeOpen
          && our.equals(their)
          && hasNothingHidden(call, their, our);
    }

    private boolean hasNothingHidden(Call call, Step their, Step our) {
      return setup.kind() == Setup.Kind.MANAGER
          ? their.bytes().contains(ManagerCalls.NOTHING_OPEN)
          : theirs.isFresh(call, their) && ours.isFresh(call, our) && theirs.hasChunksOf(ours);
    }

    private String explain(int number, Situation situation) {
      for (Difference difference : Difference.all()) {
        if (difference.explains(situation)) {
          differences.add(difference);
          diverged = !endsAlike(situation) || FileRows.isLostFrom(situation);
          return null;
        }
      }
      return String.join(
          "\n  ",
          number == 0 ? "opening" : "call " + number + ": " + situation.call(),
          "before   " + situation.before(),
          "winmm    " + situation.winmm(),
          "embedded " + situation.embedded());
    }

    /** If only the result differs, later calls still do the same. */
    private boolean endsAlike(Situation situation) {
      Step their = situation.winmm();
      Step our = situation.embedded();
      boolean manages = setup.kind() == Setup.Kind.MANAGER && setup.faults().isEmpty();
      return manages
          ? our.bytes().equals(their.bytes()) && our.state().equals(their.state())
          : our.equals(their.withResult(our.result()));
    }
  }
}
