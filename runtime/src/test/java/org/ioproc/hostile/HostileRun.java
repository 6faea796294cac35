package org.ioproc.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.ioproc.mmio.Mmio;

/** Runs many hostile threads while it replaces their procedure and collects garbage. */
final class HostileRun {

  /** Creates threads of one kind. */
  @FunctionalInterface
  interface Kind {
    HostileThread create(Procedures procedures, int number, long seed);
  }

  private static final int THREADS = 16;
  private static final int REPLACEMENTS = 40;

  /** In bytes. A leak for each message or installation would add up to more. */
  private static final long MAX_GROWTH = 32 << 20;

  private final Procedures procedures;
  private final List<HostileThread> threads = new ArrayList<>();
  private final String name;

  HostileRun(String name, Mmio mmio, Kind kind, long seed) throws Exception {
    this.name = name + ", seed " + seed;
    this.procedures = new Procedures(mmio);
    for (int i = 0; i < THREADS; i++) {
      threads.add(kind.create(procedures, i, seed));
    }
  }

  /** Sends a number of messages, prints a summary, and returns the wrong answers. */
  List<String> run(long messages) throws Exception {
    run(messages / 5, REPLACEMENTS / 4); // From here on memory should not grow.
    long heap = heap();
    long resident = resident();
    run(messages - sent(), REPLACEMENTS);
    heap = heap() - heap;
    resident = resident == 0 ? 0 : resident() - resident;
    for (HostileThread thread : threads) {
      thread.end();
    }
    String left = procedures.end();
    System.out.printf(
        "%s: %d messages, %d threads, %d wrong answers; %d installations at %d addresses, %s;"
            + " heap %+d KiB, resident %+d KiB%n",
        name,
        sent(),
        THREADS,
        threads.stream().mapToLong(thread -> thread.errorCount).sum(),
        procedures.installations(),
        procedures.addresses(),
        left,
        heap / 1024,
        resident);
    return errors(left, heap);
  }

  private List<String> errors(String left, long heap) {
    List<String> errors = new ArrayList<>();
    threads.forEach(thread -> errors.addAll(thread.errors));
    if (!left.equals("0 files open, none installed")) {
      errors.add(left);
    }
    if (heap > MAX_GROWTH) {
      errors.add("the heap has grown by " + heap + " bytes");
    }
    return errors;
  }

  private void run(long messages, int replacements) throws Exception {
    long begin = sent();
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<HostileThread>> running = new ArrayList<>();
      for (HostileThread thread : threads) {
        thread.allow(messages / THREADS);
        running.add(executor.submit(thread));
      }
      for (int i = 1; i < replacements; i++) {
        awaitMessages(begin + messages / replacements * i, running);
        procedures.replace();
        if (i % 10 == 0) {
          System.gc();
        }
      }
      await(running);
    } finally {
      executor.shutdown();
    }
  }

  /** Waits until the threads have sent a number of messages, or all have ended. */
  private void awaitMessages(long count, List<Future<HostileThread>> running) {
    while (sent() < count && !running.stream().allMatch(Future::isDone)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void await(List<Future<HostileThread>> running)
      throws InterruptedException, ExecutionException {
    for (Future<HostileThread> thread : running) {
      thread.get();
    }
  }

  private long sent() {
    return threads.stream().mapToLong(thread -> thread.messages).sum();
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Returns the process's resident memory in KiB; 0 if the system does not report it. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }
}
