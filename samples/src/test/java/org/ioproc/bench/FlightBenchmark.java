package org.ioproc.bench;

import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_SEEK;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.Recording;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.samples.testing.ChildJvm;

/**
 * Prints what the events of Flight Recorder add to a message: while the recorder is not started,
 * while it records other events, and while it records messages. In the baseline, Java has no
 * recorder, so that the compiler removes the question for it. Each runs in several processes, which
 * take turns. The message is a seek that is sent from Java, because the way from native code would
 * hide small differences.
 */
public final class FlightBenchmark {

  private static final int PROCESSES = 9;
  private static final int ROUNDS = 301;
  private static final int CALLS = 20_000;

  /** What a process does before it measures. */
  private enum Mode {
    WITHOUT_RECORDER("without Flight Recorder", "--limit-modules=java.base,java.logging"),
    NOT_STARTED("recorder not started"),
    OTHER_EVENTS("recorder without these events"),
    MESSAGES("every message recorded");

    final String text;
    final List<String> options;

    Mode(String text, String... options) {
      this.text = text;
      this.options = List.of(options);
    }
  }

  private FlightBenchmark() {}

  /** Runs the benchmark; without arguments, except in the processes that it starts itself. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      compare();
    } else {
      measure(Mode.valueOf(arguments[0]));
    }
  }

  private static void compare() throws Exception {
    Map<String, Map<Mode, double[]>> times = new LinkedHashMap<>();
    for (int i = 0; i < PROCESSES; i++) {
      for (Mode mode : Mode.values()) {
        for (String line : run(mode)) {
          String[] words = line.split("\t");
          times.computeIfAbsent(words[0], key -> new LinkedHashMap<>())
                  .computeIfAbsent(mode, key -> new double[PROCESSES])[i] =
              Double.parseDouble(words[1]);
        }
      }
    }
    System.out.println("Java " + Runtime.version().feature());
    times.forEach(FlightBenchmark::print);
  }

  private static void print(String call, Map<Mode, double[]> times) {
    double baseline = Medians.median(times.get(Mode.WITHOUT_RECORDER));
    times.forEach(
        (mode, all) -> {
          double time = Medians.median(all);
          System.out.printf(
              Locale.ROOT, "%-6s %-32s %8.2f ns %7.3f%n", call, mode.text, time, time / baseline);
        });
  }

  private static List<String> run(Mode mode) throws IOException, InterruptedException {
    List<String> command = ChildJvm.command();
    if (Runtime.version().feature() > 17) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(mode.options);
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.addAll(List.of(FlightBenchmark.class.getName(), mode.name()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("A process with the mode " + mode + " failed.");
    }
    return printed.lines().toList();
  }

  private static void measure(Mode mode) throws Exception {
    List<AutoCloseable> started = new ArrayList<>();
    if (mode == Mode.OTHER_EVENTS || mode == Mode.MESSAGES) {
      started.add(Recordings.start(mode == Mode.MESSAGES));
    }
    MemoryIoProcGlue glue = new MemoryIoProcGlue(new MemoryIoProc(ByteBuffer.allocateDirect(4096)));
    MmioInfo straight = MmioInfo.allocate();
    glue.callback(straight.address(), MMIOM_OPEN, 0, 0);
    print("seek", count -> seek(glue, straight.address(), count));
    java.lang.ref.Reference.reachabilityFence(straight);
    for (AutoCloseable recording : started) {
      recording.close();
    }
  }

  /** Calls a procedure a number of times. */
  private interface Calls {
    void make(int count);
  }

  private static void print(String name, Calls calls) {
    for (int i = 0; i < 50; i++) {
      calls.make(CALLS);
    }
    double[] times = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      calls.make(CALLS);
      times[round] = (double) (System.nanoTime() - start) / CALLS;
    }
    System.out.println(name + "\t" + Medians.median(times));
  }

  private static void seek(MemoryIoProcGlue glue, long info, int count) {
    for (int i = 0; i < count; i++) {
      glue.callback(info, MMIOM_SEEK, i & 1023, 0);
    }
  }

  /** A class that is loaded only where Java has the recorder. */
  private static final class Recordings {

    static AutoCloseable start(boolean messages) {
      Recording recording = new Recording();
      if (messages) {
        recording.enable("org.ioproc.Message");
      }
      recording.setMaxSize(10_000_000);
      recording.start();
      return recording;
    }
  }
}
