package org.ioproc.samples.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work on several threads at once. */
public final class Threads {

  private static final int COUNT = 8;

  private Threads() {}

  /** The work of a thread. The thread's number, from 0, may serve as a seed. */
  public interface Work {
    void run(int number) throws Exception;
  }

  /** Runs the work on eight threads, and throws the failure of the first thread that failed. */
  public static void runAll(Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    try {
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        int number = i;
        calls.add(
            () -> {
              work.run(number);
              return null;
            });
      }
      for (Future<Void> call : threads.invokeAll(calls)) {
        call.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
