package org.ioproc.bench;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.ioproc.FourCc;
import org.ioproc.MmioException;
import org.ioproc.bench.Driver.Call;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Transport;
import org.ioproc.mmio.Mmio;

/**
 * Prints how long a message from C takes, and its ratio to a callback that does nothing or to the
 * same procedure in C. All take turns in each round, and the medians of the rounds are compared.
 * The ratios are also drawn, in the file that {@code -Dbench.picture} names.
 */
public final class BoundaryBenchmark {

  /**
   * Many short rounds, so that other work on the machine has little effect on the medians. Rounds
   * that start a thread are longer, because a new thread is slow at first.
   */
  private static final int ROUNDS = 151;

  private static final double ROUND_NANOSECONDS = 2e6;
  private static final int LARGE = 64 * 1024;
  private static final String LOCK = "callback that takes a lock";
  private static final String CHANNEL = "callback with FileChannel.read";
  private static final String WINMM_EMPTY = "empty message through winmm";
  private static final String WINMM_SEEK = "SEEK through winmm";
  private static final String WINMM_C = "C procedure through winmm";
  private static final String WINMM_C_SEEK = "C procedure's SEEK through winmm";

  private final Driver driver;
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Map<String, Double> medians = new LinkedHashMap<>();
  private final Map<String, Double> ratios = new LinkedHashMap<>();

  private BoundaryBenchmark(Driver driver) {
    this.driver = driver;
  }

  /** Runs the benchmark; it takes no arguments. */
  public static void main(String[] arguments) throws Throwable {
    Path folder = Files.createTempDirectory("ioproc-bench");
    try {
      new BoundaryBenchmark(Driver.load(folder)).run(folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private void run(Path folder) throws Throwable {
    System.out.println(
        "Java " + Runtime.version().feature() + ", " + Mmio.embedded().description());
    Path file = Files.write(folder.resolve("content"), random());
    ByteBuffer content = ByteBuffer.allocateDirect(LARGE).put(0, random());
    ByteBuffer target = ByteBuffer.allocateDirect(LARGE);
    driver.prepare(address(content), file);
    Mmio mmio = Mmio.newEmbeddedNative();
    MemoryIoProcInstaller.install(mmio, new MemoryIoProc(content));
    FileIoProcInstaller.install(mmio, new FileIoProc(file));
    Opened memory = open(mmio.findIoProc(FourCc.of("BMEM")));
    Opened disk = open(mmio.findIoProc(FourCc.of("BFIL")));

    Call empty = memory.call(0x7000, 0, 0);
    calls.put("empty message", empty);
    calls.put("empty message, on a C thread", empty.onNewThread());
    calls.put("SEEK", memory.call(MMIOM_SEEK, 0, 0));
    calls.put("bare JNA direct callback", empty.by(BareStubs.jnaDirect()));
    calls.put("usual JNA binding", empty.by(BareStubs.jnaUsual()));
    if (Runtime.version().feature() >= 22) {
      calls.put("bare FFM upcall", empty.by(BareStubs.ffm()));
    }
    calls.put("C procedure", empty.by(driver.procedure("bench_empty")));
    calls.put(LOCK, empty.by(BareStubs.locking()));
    Call fromMemory = memory.call(MMIOM_READ, address(target), LARGE);
    calls.put("READ of 64 KiB from memory", fromMemory);
    calls.put("C procedure with memcpy", fromMemory.by(driver.procedure("bench_memcpy")));
    Call fromDisk = disk.call(MMIOM_READ, address(target), LARGE);
    calls.put("READ of 64 KiB from a FileChannel", fromDisk);
    calls.put("C procedure with pread", fromDisk.by(driver.procedure("bench_pread")));
    FileChannel channel = FileChannel.open(file);
    calls.put(CHANNEL, fromDisk.by(BareStubs.reading(channel, target)));

    List<Long> inWinmm = Platform.isWindows() ? throughWinmm(memory) : List.of();
    measure();
    for (long opened : inWinmm) {
      driver.closeInWinmm(opened);
    }
    memory.close();
    disk.close();
    channel.close();
    driver.release();
    print();
    Path picture = Path.of(System.getProperty("bench.picture", "boundary.svg"));
    String transport = ffm() ? "FFM" : "JNA";
    RatioPicture.write(
        "What a message costs: Java " + Runtime.version().feature() + ", " + transport,
        ratios,
        picture);
    System.out.println("Drawn in " + picture.toAbsolutePath());
    java.lang.ref.Reference.reachabilityFence(content);
    java.lang.ref.Reference.reachabilityFence(target);
  }

  /** Adds calls through winmm, which costs the same in front of Java and of C. */
  private List<Long> throughWinmm(Opened memory) throws IOException {
    long ours = driver.openInWinmm(memory.procedure());
    long other = driver.openInWinmm(driver.procedure("bench_empty"));
    Call empty = new Call(driver.procedure("bench_send"), ours, 0x8000, 0, 0, 0, false);
    calls.put(WINMM_EMPTY, empty);
    calls.put(WINMM_SEEK, empty.of(ours, MMIOM_SEEK));
    calls.put(WINMM_C, empty.of(other, 0x8000));
    calls.put(WINMM_C_SEEK, empty.of(other, MMIOM_SEEK));
    return List.of(ours, other);
  }

  private void measure() {
    Map<String, double[]> times = new LinkedHashMap<>();
    Map<String, Long> counts = new LinkedHashMap<>();
    calls.forEach(
        (name, call) -> {
          driver.nanoseconds(call, 50_000);
          double once = Math.max(driver.nanoseconds(call, 2_000), 1);
          double round = call.newThread() ? 10 * ROUND_NANOSECONDS : ROUND_NANOSECONDS;
          counts.put(name, Math.max((long) (round / once), 100));
          times.put(name, new double[ROUNDS]);
        });
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, Call> call : calls.entrySet()) {
        times.get(call.getKey())[round] =
            driver.nanoseconds(call.getValue(), counts.get(call.getKey()));
      }
    }
    times.forEach((name, all) -> medians.put(name, Medians.median(all)));
  }

  private static boolean ffm() {
    return Mmio.embedded().description().contains("over FFM");
  }

  private void print() {
    medians.forEach((name, time) -> System.out.printf(Locale.ROOT, "%-36s %9.1f ns%n", name, time));
    String bare = ffm() ? "bare FFM upcall" : "bare JNA direct callback";
    ratio("empty message", bare);
    ratio("SEEK", bare);
    ratio("SEEK", LOCK);
    ratio("empty message, on a C thread", "empty message");
    ratio("usual JNA binding", "empty message");
    ratio("READ of 64 KiB from memory", "C procedure with memcpy");
    ratio("READ of 64 KiB from a FileChannel", "C procedure with pread");
    ratio("READ of 64 KiB from a FileChannel", CHANNEL);
    if (medians.containsKey(WINMM_EMPTY)) {
      ratio(WINMM_EMPTY, WINMM_C);
      ratio(WINMM_SEEK, WINMM_C_SEEK);
    }
  }

  private void ratio(String name, String baseline) {
    double ratio = medians.get(name) / medians.get(baseline);
    ratios.put(name + " / " + baseline, ratio);
    System.out.printf(Locale.ROOT, "%6.2f = %s / %s%n", ratio, name, baseline);
  }

  private static Opened open(long procedure) throws MmioException {
    MmioInfo info = MmioInfo.allocate();
    long result = Transport.current().call(procedure, info.address(), MMIOM_OPEN, 0, 0);
    if (result != 0) {
      throw new IllegalStateException("The procedure answered MMIOM_OPEN with " + result + ".");
    }
    return new Opened(procedure, info);
  }

  /** A file that a procedure has opened. */
  private record Opened(long procedure, MmioInfo info) implements AutoCloseable {

    private static final int DISK_OFFSET = 68;

    Call call(int message, long lParam1, long lParam2) {
      long position = message == MMIOM_READ ? info.address() + DISK_OFFSET : 0;
      return new Call(procedure, info.address(), message, lParam1, lParam2, position, false);
    }

    @Override
    public void close() {
      long result = Transport.current().call(procedure, info.address(), MMIOM_CLOSE, 0, 0);
      if (result != 0) {
        throw new IllegalStateException("The procedure answered MMIOM_CLOSE with " + result + ".");
      }
    }
  }

  private static byte[] random() {
    byte[] bytes = new byte[LARGE];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static long address(ByteBuffer direct) {
    return Transport.current().memory().address(direct);
  }
}
