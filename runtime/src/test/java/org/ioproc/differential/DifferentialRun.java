package org.ioproc.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.winmm.WinmmFunctions;

/**
 * Runs random programs on winmm and on the embedded manager, in one Windows process, and compares.
 * {@code .ci/differential} starts it, and starts it anew for every few hundred programs: a failed
 * open leaves its procedure in winmm's list (Wine 8.0).
 *
 * <p>Arguments: the first seed; how many; and, to record what winmm does, a file. Or one program,
 * to see what both do.
 */
final class DifferentialRun {

  private static final int MOST_SHOWN = 5;
  private static final long LONGEST_MILLIS = 20_000;

  private final Execution winmm;
  private final Execution embedded;
  private final Map<Difference, Integer> ended = new EnumMap<>(Difference.class);
  private volatile String current = "";
  private volatile long started;
  private int calls;
  private int whole;
  private int mismatches;

  private DifferentialRun(Path folder) throws IOException {
    winmm = new Execution(WinmmFunctions.load(), Files.createDirectory(folder.resolve("w")));
    embedded = new Execution(EmbeddedMmio.straight(), Files.createDirectory(folder.resolve("e")));
  }

  public static void main(String[] arguments) throws IOException {
    DifferentialRun run = new DifferentialRun(Files.createTempDirectory("differential"));
    if (arguments.length == 1) {
      run.show(Program.parse(arguments[0]));
      return;
    }
    long first = Long.parseLong(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    if (arguments.length > 2) {
      Traces.record(Traces.random(first, count), run.winmm, Path.of(arguments[2] + ".random"));
      Traces.record(Traces.examples(), run.winmm, Path.of(arguments[2] + ".examples"));
      return;
    }
    run.watch();
    for (long seed = first; seed < first + count; seed++) {
      if (Boolean.getBoolean("org.ioproc.verbose")) {
        System.out.println(seed + " " + Programs.make(seed));
      }
      run.check(seed);
    }
    System.out.printf(
        "%d programs from seed %d: %d mismatches; %d compared whole, %d calls; ended by %s%n",
        count, first, run.mismatches, run.whole, run.calls, run.ended);
    System.exit(run.mismatches == 0 ? 0 : 1);
  }

  private void show(Program program) throws IOException {
    winmm.run(program).forEach(step -> System.out.println("winmm    " + step));
    embedded.run(program).forEach(step -> System.out.println("embedded " + step));
  }

  /** A program that does not end is a mismatch, too. */
  private void watch() {
    started = System.currentTimeMillis();
    Thread watch = new Thread(this::endWhatHangs, "watch");
    watch.setDaemon(true);
    watch.start();
  }

  private void endWhatHangs() {
    while (System.currentTimeMillis() - started < LONGEST_MILLIS) {
      try {
        Thread.sleep(500);
      } catch (InterruptedException end) {
        return;
      }
    }
    System.out.println("HANGS " + current);
    System.out.flush();
    Runtime.getRuntime().halt(2);
  }

  private void check(long seed) throws IOException {
    Program program = Programs.make(seed);
    Comparison result = compare(program);
    calls += result.calls();
    if (result.difference() != null) {
      ended.merge(result.difference(), 1, Integer::sum);
    } else if (result.mismatch() == null) {
      whole++;
    } else if (++mismatches <= MOST_SHOWN) {
      Program smallest = shrink(program);
      System.out.println("MISMATCH, seed " + seed + "\n" + smallest);
      System.out.println(compare(smallest).mismatch());
    }
  }

  private Comparison compare(Program program) throws IOException {
    current = program.toString();
    started = System.currentTimeMillis();
    return Comparison.of(program, winmm.run(program), embedded.run(program));
  }

  /** Leaves out calls and faults as long as a mismatch remains. */
  private Program shrink(Program program) throws IOException {
    Program smallest = program;
    for (int i = program.calls().size() - 1; i >= 0; i--) {
      List<Call> calls = new ArrayList<>(smallest.calls());
      calls.remove(i);
      Program smaller = new Program(smallest.setup(), calls);
      smallest = compare(smaller).mismatch() == null ? smallest : smaller;
    }
    Program faultless = new Program(smallest.setup().with(List.of()), smallest.calls());
    return compare(faultless).mismatch() == null ? smallest : faultless;
  }
}
