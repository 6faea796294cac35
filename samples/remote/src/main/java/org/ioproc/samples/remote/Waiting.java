package org.ioproc.samples.remote;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ioproc.MmioException;

/** Waits on a program's thread. An interrupt does not end that, and the thread remembers it. */
final class Waiting {

  private static final long LONGEST_PAUSE = 1000;

  /** For a failure on its way from the thread of the request to the one that waits. */
  private static final long GRACE = 200;

  private Waiting() {}

  /** What may be tried again. */
  interface Attempt<T> {
    CompletableFuture<T> start();
  }

  /**
   * Waits for a result. Only what failed with a lost connection is tried again.
   *
   * @param firstPause the shortest pause before another try, in ms; each one is longer
   */
  static <T> T retry(
      Attempt<T> attempt, int tries, long firstPause, RemoteErrors errors, Deadline deadline)
      throws IOException {
    long pause = firstPause;
    for (int left = tries; ; left--) {
      try {
        return get(attempt.start(), deadline.remaining() + GRACE);
      } catch (TimeoutException late) {
        throw errors.late(deadline);
      } catch (ExecutionException failed) {
        boolean isLost = failed.getCause() instanceof LostConnectionException;
        if (!isLost || left == 1 || deadline.remaining() <= firstPause) {
          throw failure(failed);
        }
      }
      pause(pause);
      long half = Math.max(firstPause, deadline.remaining() / 2);
      pause = Math.min(half, Math.min(2 * pause, LONGEST_PAUSE));
    }
  }

  /** Creates a new exception, because several threads may wait for the same request. */
  private static MmioException failure(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof LostConnectionException lost) {
      return lost.last();
    }
    if (cause instanceof MmioException refusal) {
      return new MmioException(refusal.error(), String.valueOf(refusal.getMessage()), refusal);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(cause);
  }

  private static <T> T get(CompletableFuture<T> coming, long milliseconds)
      throws ExecutionException, TimeoutException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return coming.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupt) {
          isInterrupted = true;
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void pause(long milliseconds) {
    try {
      get(new CompletableFuture<Void>(), milliseconds);
      throw new AssertionError("a future without a task has a result");
    } catch (TimeoutException over) {
      // That was the pause.
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
