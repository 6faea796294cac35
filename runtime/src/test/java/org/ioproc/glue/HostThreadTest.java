package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that host threads, unlike Java's, keep their priority and are never left interrupted. */
@SuppressWarnings("ThreadPriorityCheck") // Careless handlers change it.
class HostThreadTest {

  private final LeavingGlue glue = new LeavingGlue();

  /** Runs a task on a thread that is attached as a wrapper attaches it. */
  private static void onHostThread(Task task) throws Exception {
    onThread(
        () -> {
          WrapperEntry.welcome();
          WrapperEntry.welcome(); // Twice, as for a thread attached before the library was loaded.
          task.run();
        });
  }

  private static void onThread(Task task) throws Exception {
    FutureTask<Boolean> done =
        new FutureTask<>(
            () -> {
              task.run();
              return true;
            });
    Thread thread = new Thread(done, "mmio client");
    thread.start();
    thread.join();
    assertThat(done.get()).isTrue();
  }

  private interface Task {
    void run() throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void aHostsThreadIsRestored(Way way) throws Exception {
    onHostThread(
        () -> {
          Caller caller = new Caller(way, glue);
          assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
          for (Throwable failure : new Throwable[] {null, new Error()}) {
            glue.failure = failure;
            caller.seek(0, 0);
            requireUntouched();
            caller.seek(1, 2);
            requireUntouched();
            caller.read(2);
            requireUntouched();
            caller.readAhead(glue, 2);
            requireUntouched();
            caller.write("x");
            requireUntouched();
            caller.open("a.memo+b", MMIO_EXIST);
            requireUntouched();
            caller.rename("a.memo+b", "a.memo+c");
            requireUntouched();
          }
          glue.trace(message -> Thread.currentThread().interrupt());
          caller.close();
          requireUntouched();
        });
  }

  private static void requireUntouched() {
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(Thread.currentThread().getPriority()).isEqualTo(Thread.NORM_PRIORITY);
  }

  /** Another thread may have interrupted this one between two messages. */
  @Test
  void aPendingInterruptIsCleared() throws Exception {
    onHostThread(
        () -> {
          Caller caller = new Caller(Way.DIRECT, glue);
          Thread.currentThread().interrupt();
          assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
          requireUntouched();
        });
  }

  @Test
  void aJavaThreadKeepsAHandlersInterruptAndPriority() throws Exception {
    onHostThread(HostThreadTest::requireUntouched); // Other marked threads make no difference.
    onThread(
        () -> {
          Caller caller = new Caller(Way.DIRECT, glue);
          assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
          assertThat(Thread.interrupted()).isTrue();
          assertThat(Thread.currentThread().getPriority()).isEqualTo(Thread.MAX_PRIORITY);
        });
  }

  /** A handler that opens a file through another procedure keeps its interrupt and priority. */
  @ParameterizedTest
  @CsvSource({"false, 1, false 1", "true, 7, true 7"})
  void aNestedMessageChangesNothing(boolean interrupted, int priority, String seen)
      throws Exception {
    List<String> states = new ArrayList<>();
    Caller inner = new Caller(Way.DIRECT, glue);
    OpenerGlue outer =
        new OpenerGlue(
            "OUTR",
            request -> {
              Thread thread = Thread.currentThread();
              if (interrupted) {
                thread.interrupt();
              }
              thread.setPriority(priority);
              assertThat(inner.open("a.memo+b", 0)).isEqualTo(0);
              // The inner handler's changes count as the outer handler's, as on Java's threads.
              states.add((interrupted && thread.isInterrupted()) + " " + thread.getPriority());
              return null;
            });
    onHostThread(
        () -> {
          assertThat(new Caller(Way.DIRECT, outer).open("a.outr+b", 0)).isEqualTo(259);
          requireUntouched();
        });
    assertThat(states).containsExactly(seen);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aConstructorLeavesNoInterruptOrPriority(boolean fails) throws Exception {
    onHostThread(
        () -> {
          Thread.currentThread().interrupt();
          IoProcProvider provider = new LeavingProvider(fails);
          if (fails) {
            assertThrows(IllegalStateException.class, () -> WrapperEntry.procedure(provider));
          } else {
            assertThat(WrapperEntry.procedure(provider)).isNotNull();
          }
          requireUntouched();
        });
  }

  private static void leave() {
    Thread.currentThread().interrupt();
    Thread.currentThread().setPriority(Thread.MAX_PRIORITY);
  }

  private static final class LeavingGlue extends MemoryGlue {

    LeavingGlue() {
      super(new MemoryFile("0123456789", 3));
    }

    @Override
    protected long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
        throws Throwable {
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      leave();
      return super.dispatch(lpmmioinfo, message, lParam1, lParam2);
    }
  }

  private record LeavingProvider(boolean fails) implements IoProcProvider {

    @Override
    public IoProcGlue<?> glue() {
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      leave();
      if (fails) {
        throw new IllegalStateException();
      }
      return new LeavingGlue();
    }
  }
}
