package org.ioproc.bench;

import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_SEEK;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
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
  private static final int WARM_UPS = 50;
  private static final int ROUNDS = 301;
  private static final int CALLS = 20_000;

  /** What a process does before it measures. */
  private enum Mode {
    WITHOUT_RECORDER("without Flight Recorder"),
    NOT_STARTED("recorder not started"),
    OTHER_EVENTS("recorder without these events"),
    MESSAGES("every message recorded");

    final String text;

    Mode(String text) {
      this.text = text;
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
    Map<Mode, double[]> times = new EnumMap<>(Mode.class);
    for (int i = 0; i < PROCESSES; i++) {
      for (Mode mode : Mode.values()) {
        times.computeIfAbsent(mode, key -> new double[PROCESSES])[i] = run(mode);
      }
    }
    System.out.println("Java " + Runtime.version().feature());
    double baseline = Medians.median(times.get(Mode.WITHOUT_RECORDER));
    times.forEach((mode, all) -> print(mode, Medians.median(all), baseline));
  }

  private static void print(Mode mode, double time, double baseline) {
    System.out.printf(Locale.ROOT, "%-32s %8.2f ns %7.3f%n", mode.text, time, time / baseline);
  }

  /** Returns the time of a message in a new process, in nanoseconds. */
  private static double run(Mode mode) throws IOException, InterruptedException {
    List<String> command = ChildJvm.command();
    if (Runtime.version().feature() > 17) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    if (mode == Mode.WITHOUT_RECORDER) {
      command.add("--limit-modules=java.base,java.logging");
    }
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.addAll(List.of(FlightBenchmark.class.getName(), mode.name()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] printed = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException("A process with the mode " + mode + " failed.");
    }
    return Double.parseDouble(new String(printed, StandardCharsets.UTF_8).strip());
  }

  private static void measure(Mode mode) throws Exception {
    switch (mode) {
      case OTHER_EVENTS -> Recordings.start(false);
      case MESSAGES -> Recordings.start(true);
      default -> {
        // No recording.
      }
    }
    MemoryIoProcGlue glue = new MemoryIoProcGlue(new MemoryIoProc(ByteBuffer.allocateDirect(4096)));
    MmioInfo info = MmioInfo.allocate();
    if (glue.callback(info.address(), MMIOM_OPEN, 0, 0) != 0) {
      throw new IllegalStateException("The procedure did not open a file.");
    }
    for (int i = 0; i < WARM_UPS; i++) {
      seek(glue, info.address());
    }
    double[] times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      seek(glue, info.address());
      times[i] = (double) (System.nanoTime() - start) / CALLS;
    }
    Reference.reachabilityFence(info);
    System.out.println(Medians.median(times));
  }

  private static void seek(MemoryIoProcGlue glue, long info) {
    for (int i = 0; i < CALLS; i++) {
      glue.callback(info, MMIOM_SEEK, i & 1023, 0);
    }
  }

  /** A class that is loaded only where Java has the recorder. */
  private static final class Recordings {

    @SuppressWarnings("resource") // It ends with the process.
    static void start(boolean messages) {
      Recording recording = new Recording();
      if (messages) {
        recording.enable("org.ioproc.Message");
      }
      recording.setMaxSize(10_000_000);
      recording.start();
    }
  }
}
