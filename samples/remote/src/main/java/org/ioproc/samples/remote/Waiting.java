package org.ioproc.samples.remote;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits on a program's thread. An interrupt does not end that, and the thread remembers it. */
final class Waiting {

  private Waiting() {}

  static <T> T get(CompletableFuture<T> coming, long milliseconds)
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

  static void pause(long milliseconds) {
    try {
      get(new CompletableFuture<Void>(), milliseconds);
      throw new AssertionError("nobody completes it");
    } catch (TimeoutException over) {
      // That was the pause.
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
