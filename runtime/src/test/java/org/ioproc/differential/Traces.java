package org.ioproc.differential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Records of what winmm did: a line for each program, and one for each of its steps. */
final class Traces {

  /** The programs that once showed a mismatch, and random ones. */
  static final String RANDOM = "winmm-traces.txt.gz";

  /** The programs of each {@link Example}. */
  static final String EXAMPLES = "winmm-examples.txt.gz";

  private static final String PROGRAM = "program ";

  private Traces() {}

  static Map<Program, List<Step>> read(String resource) throws IOException {
    Map<Program, List<Step>> traces = new LinkedHashMap<>();
    List<Step> steps = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Traces.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(PROGRAM)) {
          steps = new ArrayList<>();
          traces.put(Program.parse(line.substring(PROGRAM.length())), steps);
        } else {
          steps.add(Step.parse(line));
        }
      }
    }
    return traces;
  }

  static Stream<Program> random(long first, int count) {
    return LongStream.range(first, first + count).mapToObj(RandomPrograms::create);
  }

  /** Returns the programs that once showed a mismatch. */
  static Stream<Program> found() throws IOException {
    try (InputStream text = Traces.class.getResourceAsStream("found.txt")) {
      String lines = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      return lines.lines().map(Program::parse);
    }
  }

  static Stream<Program> examples() throws IOException {
    return Example.all().stream().map(Example::program);
  }

  static void record(Stream<Program> programs, Execution winmm, Path file) throws IOException {
    try (PrintWriter traces = new PrintWriter(Files.newBufferedWriter(file))) {
      for (Program program : programs.toList()) {
        traces.print(PROGRAM + program + "\n");
        winmm.run(program).forEach(step -> traces.print(step + "\n"));
      }
    }
  }
}
