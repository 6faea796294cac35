package org.ioproc.internal.transport;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests that a value is loaded once, or fails with the same text each time. */
class LoadedTest {

  private final AtomicInteger loads = new AtomicInteger();
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void loadsOnceForAllThreads() throws Exception {
    Loaded<Object> loaded = new Loaded<>(() -> "number " + loads.incrementAndGet());
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      List<Future<Object>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(executor.submit(loaded::get));
      }
      for (Future<Object> result : results) {
        assertThat(result.get()).isSameInstanceAs(loaded.get());
      }
    } finally {
      executor.shutdown();
    }
    assertThat(loads.get()).isEqualTo(1);
  }

  /** JNA itself would say "Could not initialize class" the second time. */
  @Test
  void reportsTheCauseEachTime() {
    Throwable reason = new IllegalStateException("the reason");
    Loaded<Object> loaded =
        new Loaded<>(
            () -> {
              throw new LinkageError("failure " + loads.incrementAndGet(), reason);
            });
    for (int i = 0; i < 3; i++) {
      LinkageError failure = assertThrows(LinkageError.class, loaded::get);
      assertThat(failure).hasMessageThat().isEqualTo("failure 1");
      assertThat(failure).hasCauseThat().isSameInstanceAs(reason);
    }
  }

  @Test
  void loadsLaterIfTheStackWasFull() {
    Loaded<Integer> loaded = new Loaded<>(loads::incrementAndGet);
    callAtTheEndOfTheStack(loaded);
    assertThat(loads.get()).isEqualTo(0);
    assertThat(loaded.get()).isEqualTo(1);
  }

  /** Recurses as deep as possible. Some frame there has room for the call, but not for more. */
  private void callAtTheEndOfTheStack(Loaded<Integer> loaded) {
    try {
      callAtTheEndOfTheStack(loaded);
    } catch (StackOverflowError full) {
      if (tries.getAndIncrement() < 50) {
        loaded.get();
      }
    }
  }
}
