package org.ioproc.bench;

import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_SEEK;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ioproc.FourCc;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Transport;
import org.ioproc.mmio.Mmio;

/**
 * Prints how long messages take with many threads, many open files and after many installations.
 */
public final class ScaleBenchmark {

  private static final int MESSAGES = 2_000_000;
  private static final int ROUNDS = 21;
  private static final int MAX_THREADS = 64;
  private static final int FILES = 10_000;
  private static final int CYCLES = 10_000;

  private final Transport transport = Transport.current();
  private final ByteBuffer content = ByteBuffer.allocateDirect(4096);

  /** Runs the benchmark; it takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(
        "Java "
            + Runtime.version().feature()
            + ", "
            + Mmio.embedded().description()
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors");
    ScaleBenchmark benchmark = new ScaleBenchmark();
    benchmark.threads();
    benchmark.openFiles();
    benchmark.installations();
  }

  /** Divides the same number of messages among the threads, so the time shows the throughput. */
  private void threads() throws Exception {
    long procedure = install();
    List<ExecutorService> pools = new ArrayList<>();
    Map<String, Medians.Work> pieces = new LinkedHashMap<>();
    for (int threads = 1; threads <= MAX_THREADS; threads *= 2) {
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      pools.add(pool);
      List<Callable<Void>> work = work(procedure, threads);
      pieces.put(String.valueOf(threads), () -> runAll(pool, work));
    }
    System.gc(); // Moves the objects of each file together, as happens in the long run.
    Medians medians;
    try {
      medians = Medians.of(ROUNDS, pieces);
    } finally {
      pools.forEach(ExecutorService::shutdown);
    }
    double alone = medians.median("1");
    for (String threads : pieces.keySet()) {
      double time = medians.median(threads);
      System.out.printf(
          Locale.ROOT,
          "%2s threads, a file each: %6.1f million messages/s, %.2f times as many as one thread%n",
          threads,
          MESSAGES / time / 1e3,
          alone / time);
    }
  }

  private List<Callable<Void>> work(long procedure, int threads) throws IOException {
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      List<MmioInfo> file = open(procedure, 1);
      work.add(
          () -> {
            messages(procedure, file, MESSAGES / threads);
            return null;
          });
    }
    return work;
  }

  private static void runAll(ExecutorService pool, List<Callable<Void>> work) throws Exception {
    for (Future<Void> done : pool.invokeAll(work)) {
      done.get();
    }
  }

  private void openFiles() throws Exception {
    long procedure = install();
    List<MmioInfo> one = open(procedure, 1);
    messages(procedure, one, MESSAGES);
    double single = Medians.milliseconds(() -> messages(procedure, one, MESSAGES));
    List<MmioInfo> all = new ArrayList<>();
    double opening = Medians.milliseconds(() -> all.addAll(open(procedure, FILES)));
    messages(procedure, all, MESSAGES);
    double many = Medians.milliseconds(() -> messages(procedure, all, MESSAGES));
    System.out.printf(
        Locale.ROOT,
        "%d files open: %.1f us to open one; a message costs %.0f ns (%.0f ns with one open)%n",
        FILES,
        opening * 1e3 / FILES,
        many * 1e6 / MESSAGES,
        single * 1e6 / MESSAGES);
  }

  private void installations() throws Exception {
    Mmio mmio = Mmio.newEmbeddedNative();
    double first = Medians.milliseconds(() -> installAndRemove(mmio, CYCLES / 10));
    double last = Medians.milliseconds(() -> installAndRemove(mmio, CYCLES));
    System.out.printf(
        Locale.ROOT,
        "installed and removed %d times: %.1f us each (%.1f us in the first tenth)%n",
        CYCLES,
        last * 1e3 / CYCLES,
        first * 1e4 / CYCLES);
  }

  private void installAndRemove(Mmio mmio, int cycles) throws MmioException {
    for (int i = 0; i < cycles; i++) {
      MemoryIoProcInstaller.install(mmio, new MemoryIoProc(content)).close();
    }
  }

  private long install() throws MmioException {
    Mmio mmio = Mmio.newEmbeddedNative();
    MemoryIoProcInstaller.install(mmio, new MemoryIoProc(content));
    return mmio.findIoProc(FourCc.of("BMEM"));
  }

  private List<MmioInfo> open(long procedure, int files) throws IOException {
    List<MmioInfo> opened = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      MmioInfo info = MmioInfo.allocate();
      if (transport.call(procedure, info.address(), MMIOM_OPEN, 0, 0) != 0) {
        throw new IOException("The procedure did not open file " + i + ".");
      }
      opened.add(info);
    }
    return opened;
  }

  /** Seeks in each file in turn. */
  private void messages(long procedure, List<MmioInfo> files, int count) throws IOException {
    int file = 0;
    for (int i = 0; i < count; i++) {
      long address = files.get(file).address();
      if (transport.call(procedure, address, MMIOM_SEEK, i & 4095, 0) != (i & 4095)) {
        throw new IOException("Seeking failed.");
      }
      file = file + 1 == files.size() ? 0 : file + 1;
    }
  }
}
