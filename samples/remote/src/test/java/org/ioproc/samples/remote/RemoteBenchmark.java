package org.ioproc.samples.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.ioproc.InstalledIoProc;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.SeekOrigin;

/**
 * Prints what reading through the procedures costs, beside curl with the same server, as rows of
 * tables. Nothing is cached before each piece of work. {@code .ci/remote-bench} starts the servers
 * and this.
 */
public final class RemoteBenchmark {

  private static final int MIB = 1 << 20;

  /** What a program reads that looks for a sound's format. */
  private static final int START = 64 * 1024;

  private static final int HANDLES = 64;

  private final Mmio mmio = Mmio.newEmbedded();
  private final ByteBuffer start = ByteBuffer.allocateDirect(START);
  private final int rounds = Integer.getInteger("bench.rounds", 3);
  private final int large = Integer.getInteger("bench.mib", 4) * MIB;
  private final int small = Integer.getInteger("bench.small", 50);
  private final int reads = Integer.getInteger("bench.reads", 200);

  private RemoteBenchmark() {}

  /** Runs the benchmark; it takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("remote");
    new RemoteBenchmark().run(List.of(Store.web(folder), Store.s3(folder)));
  }

  private void run(List<Store> stores) throws Exception {
    for (Store store : stores) {
      write(store);
    }
    System.out.println("Java " + Runtime.version().feature() + "\n");
    System.out.println("| work | ours | curl | ours ÷ curl | goal |\n|---|---|---|---|---|");
    for (Store store : stores) {
      opening(store);
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
    System.out.printf("%n| a GET | %s | %s | ratio |%n", HttpClients.OLDER, HttpClients.NEWER);
    System.out.println("|---|---|---|---|");
    for (Store store : stores) {
      clients(store);
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

  private void opening(Store store) throws Exception {
    List<Curl.Get> requests = new ArrayList<>();
    for (int i = 0; i < small; i++) {
      requests.add(Curl.Get.of(store.url("small" + i), 0, START));
    }
    List<Curl.Get> alone = requests.stream().map(Curl.Get::alone).toList();
    int warmUp = store.name().equals("URL") ? 30_000 / small : 10; // The first compiles for both.
    double[][] times = besideCurl(warmUp, store, () -> openAll(store), alone);
    String work = "open, read 64 KiB, close";
    print(store, work + "; each curl connects", perRequest(times[0]), perRequest(times[1]), "≤ 3");
    times = besideCurl(1, store, () -> openAll(store), requests);
    print(store, work + "; one curl for all", perRequest(times[0]), perRequest(times[1]), "");
  }

  private void openAll(Store store) throws IOException {
    for (int i = 0; i < small; i++) {
      try (MmioFile file = mmio.open(store.element("small" + i))) {
        requireCount(START, file.read(start.clear()));
      }
    }
  }

  private double perRequest(double[] times) {
    return times[0] / small;
  }

  private void inOrder(Store store) throws Exception {
    Turns.Work program =
        () -> requireCount(large, ManyReaders.readAll(mmio, store.element("large0")));
    double[][] times = besideCurl(10, store, program, List.of(Curl.Get.all(store.url("large0"))));
    CountedRequests counted = CountedRequests.during(() -> milliseconds(store, program));
    String work =
        "%d MiB in reads of 8 KiB (%d requests)".formatted(large / MIB, counted.requests());
    print(store, work, times[0][0], times[1][0], store.name().equals("S3") ? "≤ 4" : "≤ 3");
  }

  private void atRandom(Store store) throws Exception {
    Random random = new Random(1);
    int[] positions =
        IntStream.generate(() -> random.nextInt(4 * large - START)).limit(reads).toArray();
    String url = store.url("huge");
    List<Curl.Get> requests =
        Arrays.stream(positions).mapToObj(from -> Curl.Get.of(url, from, START)).toList();
    Turns.Work program = () -> readAt(store.element("huge"), positions);
    double[][] times = besideCurl(1, store, program, requests);
    CountedRequests counted = CountedRequests.during(() -> milliseconds(store, program));
    double moved = counted.bytes() / ((double) reads * START);
    String work =
        "%d random reads of 64 KiB in %d MiB (bytes moved ÷ read: %.2f)"
            .formatted(reads, 4 * large / MIB, moved);
    print(store, work, times[0][0], times[1][0], "moved ÷ read ≤ 4");
  }

  private void readAt(String name, int[] positions) throws IOException {
    try (MmioFile file = mmio.open(name)) {
      for (int position : positions) {
        file.seek(position, SeekOrigin.START);
        requireCount(START, file.read(start.clear()));
      }
    }
  }

  private static void requireCount(long wanted, long read) throws IOException {
    if (read != wanted) {
      throw new IOException(read + " of " + wanted + " bytes were read");
    }
  }

  /** Returns the times of a program that reads, and of curl. */
  private double[][] besideCurl(
      int warmUp, Store store, Turns.Work program, List<Curl.Get> requests) throws Exception {
    Map<String, Turns.Timed> works = new LinkedHashMap<>();
    works.put("ours", () -> new double[] {milliseconds(store, program)});
    works.put("curl", () -> new double[] {Curl.milliseconds(requests)});
    return Turns.medians(warmUp, rounds, works).values().toArray(new double[0][]);
  }

  private double milliseconds(Store store, Turns.Work program) throws Exception {
    RemoteFiles files = new RemoteFiles(new Limits(large, Duration.ofSeconds(60)));
    InstalledIoProc installed = store.install(mmio, files);
    try {
      return Turns.milliseconds(program);
    } finally {
      installed.close();
    }
  }

  /** Each program reads everything twice: in a new JVM, and in one that has compiled the code. */
  private void atOnce(Store store) throws Exception {
    List<Curl.Get> requests = new ArrayList<>();
    List<String> arguments = new ArrayList<>(List.of("2"));
    for (int i = 0; i < HANDLES; i++) {
      requests.add(Curl.Get.all(store.url("large" + i)));
      arguments.add(store.element("large" + i));
    }
    Map<String, Turns.Timed> works = new LinkedHashMap<>();
    works.put("ours", () -> JavaProgram.run(List.of("-Xmx128m"), ManyReaders.class, arguments));
    works.put("curl", () -> new double[] {Turns.milliseconds(() -> Curl.atOnce(requests))});
    Map<String, double[]> times = Turns.medians(0, rounds, works);
    double curl = times.get("curl")[0];
    String work = "%d × %d MiB at once, -Xmx128m".formatted(HANDLES, large / MIB);
    print(store, work, times.get("ours")[1], curl, "≤ 1.2");
    print(store, work + ", in a new JVM", times.get("ours")[0], curl, "");
  }

  private static void print(Store store, String work, double ours, double curl, String goal) {
    System.out.printf(
        Locale.ROOT,
        "| %s: %s | %.2f ms | %.2f ms | %.2f | %s |%n",
        store.name(),
        work,
        ours,
        curl,
        ours / curl,
        goal);
  }

  private void clients(Store store) throws Exception {
    String url = store.url("large0");
    Map<String, Turns.Timed> works = new LinkedHashMap<>();
    for (String client : List.of(HttpClients.OLDER, HttpClients.NEWER)) {
      works.put(client, () -> firstAndLater(client, url));
    }
    Map<String, double[]> times = Turns.medians(0, rounds, works);
    String[] when = {"the first in a new JVM", "later"};
    for (int i = 0; i < when.length; i++) {
      double older = times.get(HttpClients.OLDER)[i];
      double newer = times.get(HttpClients.NEWER)[i];
      System.out.printf(
          Locale.ROOT,
          "| %s: %d MiB, %s | %.1f ms | %.1f ms | %.2f |%n",
          store.name(),
          large / MIB,
          when[i],
          older,
          newer,
          older / newer);
    }
  }

  private static double[] firstAndLater(String client, String url) throws Exception {
    double[] times = JavaProgram.run(List.of(), HttpClients.class, List.of(client, url, "21"));
    return new double[] {times[0], Turns.median(Arrays.copyOfRange(times, 11, times.length))};
  }
}
