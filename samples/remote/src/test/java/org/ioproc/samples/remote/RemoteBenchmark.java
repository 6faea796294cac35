package org.ioproc.samples.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.ioproc.InstalledIoProc;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.SeekOrigin;

/**
 * Prints what reading through the procedures costs, beside curl with the same server, as rows of a
 * table. {@code .ci/remote-bench} starts the servers and this.
 */
public final class RemoteBenchmark {

  private static final int MIB = 1 << 20;

  /** What a program that looks for a sound's format reads. */
  private static final int START = 64 * 1024;

  private static final int HANDLES = 64;

  private final Mmio mmio = Mmio.newEmbedded();
  private final int rounds = Integer.getInteger("bench.rounds", 3);
  private final int large = Integer.getInteger("bench.mib", 16) * MIB;
  private final int small = Integer.getInteger("bench.small", 50);
  private final int reads = Integer.getInteger("bench.reads", 200);

  private RemoteBenchmark() {}

  /** Runs the benchmark; it takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("remote");
    System.out.println(
        "Java " + Runtime.version().feature() + ", medians of rounds that alternate");
    new RemoteBenchmark().run(List.of(Store.web(folder), Store.s3(folder)));
  }

  private void run(List<Store> stores) throws Exception {
    for (Store store : stores) {
      write(store);
    }
    System.out.println("\n| work | ours | curl | ours ÷ curl | goal |\n|---|---|---|---|---|");
    for (Store store : stores) {
      starts(store);
    }
    for (Store store : stores) {
      inOrder(store);
    }
    for (Store store : stores) {
      atRandom(store);
    }
    for (Store store : stores) {
      atOnce(store);
    }
    System.out.println(
        "\n| a plain GET | HttpURLConnection | HttpClient | ratio |\n|---|---|---|---|");
    for (Store store : stores) {
      clients(store, "small0");
      clients(store, "large0");
    }
  }

  private void write(Store store) throws IOException {
    for (int i = 0; i < small; i++) {
      store.write("small" + i, MIB);
    }
    for (int i = 0; i < HANDLES; i++) {
      store.write("large" + i, large);
    }
    store.write("huge", 4 * large);
  }

  /** Work that is measured, and returns its time in ms. */
  private interface Timed {
    double milliseconds() throws Exception;
  }

  /** What a program does, with nothing cached. */
  private interface Program {
    void run() throws Exception;
  }

  private double time(Store store, Program program) throws Exception {
    RemoteFiles files = new RemoteFiles(new Limits(large, Duration.ofSeconds(60)));
    InstalledIoProc installed = store.install(mmio, files);
    try {
      return time(program);
    } finally {
      installed.close();
    }
  }

  private static double time(Program program) throws Exception {
    long begin = System.nanoTime();
    program.run();
    return (System.nanoTime() - begin) / 1e6;
  }

  private void starts(Store store) throws Exception {
    List<Curl.Get> requests = new ArrayList<>();
    for (int i = 0; i < small; i++) {
      requests.add(Curl.Get.of(store.url("small" + i), 0, START));
    }
    Program program =
        () -> {
          for (int i = 0; i < small; i++) {
            readStart(store.element("small" + i));
          }
        };
    double[] medians =
        medians(rounds, () -> time(store, program), () -> Curl.milliseconds(requests));
    print(store.name() + ": open, read 64 KiB, close", medians, small, "≤ 3");
  }

  private void readStart(String name) throws IOException {
    try (MmioFile file = mmio.open(name)) {
      requireCount(START, file.read(ByteBuffer.allocateDirect(START)));
    }
  }

  private static void requireCount(long wanted, long read) throws IOException {
    if (read != wanted) {
      throw new IOException(read + " of " + wanted + " bytes were read");
    }
  }

  private void inOrder(Store store) throws Exception {
    List<Curl.Get> requests = List.of(Curl.Get.all(store.url("large0")));
    Program program = () -> requireCount(large, ManyReaders.readAll(mmio, store.element("large0")));
    double[] medians =
        medians(rounds, () -> time(store, program), () -> Curl.milliseconds(requests));
    CountedRequests counted = CountedRequests.during(() -> time(store, program));
    String work =
        "%s: %d MiB in reads of 8 KiB, %d requests"
            .formatted(store.name(), large / MIB, counted.requests());
    print(work, medians, 1, store.name().equals("S3") ? "≤ 4" : "≤ 3");
  }

  private void atRandom(Store store) throws Exception {
    Random random = new Random(1);
    int[] positions =
        IntStream.generate(() -> random.nextInt(4 * large - START)).limit(reads).toArray();
    String url = store.url("huge");
    List<Curl.Get> requests =
        Arrays.stream(positions).mapToObj(from -> Curl.Get.of(url, from, START)).toList();
    Program program = () -> readAt(store.element("huge"), positions);
    double[] medians =
        medians(rounds, () -> time(store, program), () -> Curl.milliseconds(requests));
    CountedRequests counted = CountedRequests.during(() -> time(store, program));
    String work =
        "%s: %d random reads of 64 KiB, %.2f × as many bytes moved"
            .formatted(store.name(), reads, counted.bytes() / ((double) reads * START));
    print(work, medians, 1, "≤ 4 × the bytes");
  }

  private void readAt(String name, int[] positions) throws IOException {
    ByteBuffer piece = ByteBuffer.allocateDirect(START);
    try (MmioFile file = mmio.open(name)) {
      for (int position : positions) {
        file.seek(position, SeekOrigin.START);
        requireCount(START, file.read(piece.clear()));
      }
    }
  }

  private void atOnce(Store store) throws Exception {
    List<Curl.Get> requests = new ArrayList<>();
    List<String> command = new ArrayList<>(List.of("-Xmx128m", ManyReaders.class.getName()));
    for (int i = 0; i < HANDLES; i++) {
      requests.add(Curl.Get.all(store.url("large" + i)));
      command.add(store.element("large" + i));
    }
    double[] medians =
        medians(rounds, () -> time(() -> java(command)), () -> time(() -> Curl.atOnce(requests)));
    String work =
        "%s: %d × %d MiB at once, with -Xmx128m".formatted(store.name(), HANDLES, large / MIB);
    print(work, medians, 1, "≤ 1.2");
  }

  private void clients(Store store, String object) throws Exception {
    int count = 2 * rounds + 1;
    double[][] first = new double[2][rounds];
    double[][] warm = new double[2][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int client = 0; client < 2; client++) {
        double[] times =
            client(client == 0 ? "HttpURLConnection" : "HttpClient", count, store.url(object));
        first[client][round] = times[0];
        warm[client][round] = median(Arrays.copyOfRange(times, count / 2, count));
      }
    }
    String size = object.equals("small0") ? "1" : "" + large / MIB;
    for (double[][] times : List.of(first, warm)) {
      System.out.printf(
          Locale.ROOT,
          "| %s: %s MiB, %s | %.1f ms | %.1f ms | %.2f |%n",
          store.name(),
          size,
          times == first ? "the first in a new JVM" : "later",
          median(times[0]),
          median(times[1]),
          median(times[0]) / median(times[1]));
    }
  }

  private static double[] client(String name, int count, String url) throws Exception {
    List<String> lines = java(List.of(HttpClients.class.getName(), name, "" + count, url));
    return lines.stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String> java(List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(arguments);
    Process java =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = java.inputReader().lines().toList();
    if (java.waitFor() != 0) {
      throw new IOException("ended with the status " + java.exitValue() + ": " + arguments.get(0));
    }
    return lines;
  }

  private static double[] medians(int rounds, Timed... works) throws Exception {
    double[][] times = new double[works.length][rounds];
    for (int round = -1; round < rounds; round++) { // The first warms up.
      for (int work = 0; work < works.length; work++) {
        double time = works[work].milliseconds();
        if (round >= 0) {
          times[work][round] = time;
        }
      }
    }
    return Arrays.stream(times).mapToDouble(RemoteBenchmark::median).toArray();
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String work, double[] medians, int pieces, String goal) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f ms | %.2f ms | %.2f | %s |%n",
        work,
        medians[0] / pieces,
        medians[1] / pieces,
        medians[0] / medians[1],
        goal);
  }
}
