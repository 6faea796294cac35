package org.ioproc.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.winmm.WinmmFunctions;

/**
 * Runs random programs on winmm and on the embedded manager in one Windows process, and compares
 * what they do. {@code .ci/differential} starts it.
 *
 * <p>Arguments: the first seed, the number of programs and, to record winmm's traces, a prefix of
 * file names; or one program, to show what both managers do.
 */
final class DifferentialRun {

  private static final int MAX_SHOWN = 5;
  private static final int MAX_MISMATCHES = 50;

  private final Execution winmm;
  private final Execution embedded;
  private final TimeLimit limit = new TimeLimit();
  private final Map<String, Integer> known = new TreeMap<>();
  private int programs;
  private int calls;
  private int equal;
  private int mismatches;

  private DifferentialRun(Path folder) throws IOException {
    Path theirs = Files.createDirectory(folder.resolve("w"));
    Path ours = Files.createDirectory(folder.resolve("e"));
    winmm = Execution.careful(WinmmFunctions.load(), theirs);
    embedded = Execution.careful(EmbeddedMmio.direct(), ours);
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
      Stream<Program> programs = Stream.concat(Traces.found(), Traces.random(first, count));
      Traces.record(programs, run.winmm, Path.of(arguments[2] + ".random"));
      Traces.record(Traces.examples(), run.winmm, Path.of(arguments[2] + ".examples"));
      System.out.println("recorded");
      return;
    }
    for (long seed = first; seed < first + count && run.mismatches < MAX_MISMATCHES; seed++) {
      run.check(seed);
    }
    System.out.println(run.report(first));
    System.exit(run.mismatches == 0 ? 0 : 1);
  }

  private void show(Program program) throws IOException {
    winmm.run(program).forEach(step -> System.out.println("winmm    " + step));
    embedded.run(program).forEach(step -> System.out.println("embedded " + step));
    System.out.println(compare(program));
  }

  private String report(long first) {
    return String.format(
        "%d programs from seed %d: %d mismatches; %d without a difference, %d calls; known: %s",
        programs, first, mismatches, equal, calls, known);
  }

  private void check(long seed) throws IOException {
    Program program = RandomPrograms.create(seed);
    limit.begin("seed " + seed + ": " + program);
    Comparison result = compare(program);
    programs++;
    calls += result.calls();
    result.differences().forEach(difference -> known.merge(difference.name(), 1, Integer::sum));
    equal += result.showsNoDifference() ? 1 : 0;
    if (result.mismatch() != null && ++mismatches <= MAX_SHOWN) {
      Program smallest = Shrinking.shrink(program, smaller -> compare(smaller).mismatch() != null);
      System.out.println("MISMATCH, seed " + seed + "\n" + smallest);
      System.out.println(compare(smallest).mismatch());
    }
  }

  private Comparison compare(Program program) throws IOException {
    limit.extend();
    return Comparison.of(program, winmm.run(program), embedded.run(program));
  }
}
