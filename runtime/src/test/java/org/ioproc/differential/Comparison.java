package org.ioproc.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * The comparison of what two managers did for one program, call by call. After a known difference
 * the two are not compared until all that there is to see is the same again, and a seek out of the
 * buffer has left nothing else. What the embedded manager does meanwhile, {@link Documented} knows.
 *
 * @param calls how many calls were the same
 * @param differences the rows that explain where they were not
 * @param mismatch what no row explains, or null
 * @param where the step of the mismatch
 */
record Comparison(int calls, List<Difference> differences, String mismatch, int where) {

  static Comparison of(Program program, List<Step> winmm, List<Step> embedded) {
    return new Comparing(program, winmm, embedded).compare();
  }

  boolean isWhole() {
    return differences.isEmpty() && mismatch == null;
  }

  /** The program up to the mismatch. */
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
    private boolean apart;
    private boolean leftOpen;
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
      boolean alike = apart || winmm.size() == embedded.size();
      String mismatch = alike ? null : "one has opened the file and the other has not";
      String undocumented = mismatch == null ? Documented.check(program, embedded) : mismatch;
      return new Comparison(same, differences, undocumented, embedded.size() - 1);
    }

    /** What winmm does not show, or shows in its own way, is left out. */
    private Step plain(Step step) {
      return step.withState(setup.comparable(step.state()));
    }

    private String step(int number, Step their, Step our) {
      boolean last = number == winmm.size() - 1;
      Call call = last ? Call.of(Call.Function.CLOSE) : program.callAt(number);
      Situation situation = theirs.situation(setup, call, their, our);
      String mismatch = null;
      leftOpen |= ManagerRows.leftOpen(situation);
      if (apart) {
        apart = !meet(call, their, our);
      } else if (our.equals(their)) {
        same++;
        hide(situation);
      } else {
        mismatch = explain(number, situation);
      }
      follow(number, call, their, our);
      return mismatch;
    }

    /** What shows later, and not always. */
    private void hide(Situation situation) {
      if (StorageRows.isLostFrom(situation)) {
        differences.add(Difference.MEM_ADVANCE);
        apart = true;
      } else if (ManagerRows.leftOpen(situation)) {
        differences.add(Difference.LEFT_OPEN);
        apart = true;
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

    /** With faults still to come, other messages would have them. */
    private boolean meet(Call call, Step their, Step our) {
      return theirFaults.isOver()
          && ourFaults.isOver()
          && !leftOpen
          && our.equals(their)
          && hasNothingHidden(call, their, our);
    }

    private boolean hasNothingHidden(Call call, Step their, Step our) {
      return setup.kind() == Setup.Kind.MANAGER
          ? their.bytes().contains(ManagerCalls.NOTHING_OPEN)
          : theirs.isFresh(call, their) && ours.isFresh(call, our) && theirs.hasChunksOf(ours);
    }

    private String explain(int number, Situation situation) {
      for (Difference difference : Difference.values()) {
        if (difference.explains(situation)) {
          differences.add(difference);
          apart = !endsAlike(situation) || StorageRows.isLostFrom(situation);
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

    /** Where only the result differs, nothing does afterwards. */
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
