package org.ioproc.samples.remote;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that wait for servers. A program's thread may have little stack, and may be interrupted,
 * so it only waits for one of these. They do not keep the process alive.
 */
final class Workers {

  private static final int COUNT = 16;
  private static final ExecutorService REQUESTS = requests();
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private Workers() {}

  private static ExecutorService requests() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            COUNT,
            COUNT,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> daemon(task, "ioproc remote"));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, task -> daemon(task, "ioproc remote timer"));
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  static void run(Runnable request) {
    REQUESTS.execute(request);
  }

  /** Starts a request, and returns what will be its result. */
  static <T> CompletableFuture<T> start(Callable<T> request) {
    CompletableFuture<T> result = new CompletableFuture<>();
    run(
        () -> {
          try {
            result.complete(request.call());
          } catch (Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
    return result;
  }

  /** Runs a short task after some milliseconds, unless it is cancelled. */
  static ScheduledFuture<?> later(Runnable task, long delay) {
    return TIMER.schedule(task, delay, TimeUnit.MILLISECONDS);
  }
}
