package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ioproc.MmioMessage;
import org.ioproc.TracedMessage;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that an interrupt of the thread that uses a file is hidden from handlers, but not lost. */
class HandlerInterruptTest {

  private final WatchingGlue glue = new WatchingGlue();

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @EnumSource
  void aPendingInterruptIsRestoredAfterwards(Way way) throws Exception {
    Caller caller = new Caller(way, glue);
    for (Consumer<TracedMessage> listener : listeners()) {
      glue.trace(listener);
      Thread.currentThread().interrupt();
      sendAll(caller);
      assertThat(Thread.interrupted()).isTrue();
      assertWithMessage("seen").that(glue.seen).doesNotContain(true);
      sendAll(caller);
      assertThat(Thread.interrupted()).isFalse();
      assertThat(glue.seen).hasSize(24);
      glue.seen.clear();
    }
  }

  /** Returns null, for no tracing, and a listener, because tracing takes another path. */
  private static List<@Nullable Consumer<TracedMessage>> listeners() {
    List<@Nullable Consumer<TracedMessage>> listeners = new ArrayList<>();
    listeners.add(null);
    listeners.add(message -> {});
    return listeners;
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptDuringAMessageStays(Way way) throws Exception {
    Caller caller = new Caller(way, glue);
    assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
    for (boolean pending : new boolean[] {false, true}) {
      for (Throwable failure : new Throwable[] {null, new Error()}) {
        assertThat(caller.seek(0, 0)).isEqualTo(0);
        glue.interrupts = true;
        glue.failure = failure;
        if (pending) {
          Thread.currentThread().interrupt();
        }
        assertThat(caller.read(2)).isEqualTo(failure == null ? "01" : "-1");
        assertThat(Thread.interrupted()).isTrue();
        glue.interrupts = false;
      }
    }
  }

  /** The program gets only a number, so the interrupt must not be lost with the exception. */
  @ParameterizedTest
  @EnumSource
  void anInterruptedHandlerInterruptsTheThreadAgain(Way way) throws Exception {
    Caller caller = new Caller(way, glue);
    glue.failure = new InterruptedException();
    assertThat(caller.open("a.memo+b", 0)).isEqualTo(259);
    assertThat(Thread.interrupted()).isTrue();
    glue.failure = null;
    assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
    assertThat(Thread.interrupted()).isFalse();
    glue.failure = new InterruptedException();
    assertThat(caller.read(2)).isEqualTo("-1");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(caller.close()).isEqualTo(260);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void readingAheadTreatsInterruptsLikeAMessage() throws Exception {
    Caller caller = new Caller(Way.DIRECT, glue);
    assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
    for (Throwable failure : new Throwable[] {null, new Error()}) {
      for (boolean pending : new boolean[] {true, false}) {
        assertThat(caller.seek(0, 0)).isEqualTo(0);
        glue.failure = failure;
        if (pending) {
          Thread.currentThread().interrupt();
        }
        assertThat(caller.readAhead(glue, 2)).isEqualTo(failure == null ? 2 : 0);
        assertThat(Thread.interrupted()).isEqualTo(pending);
        glue.failure = null;
      }
    }
    assertWithMessage("seen").that(glue.seen).doesNotContain(true);
  }

  private void sendAll(Caller caller) throws Exception {
    for (int flags : new int[] {MMIO_DELETE, MMIO_EXIST, MMIO_READWRITE}) {
      assertThat(caller.open("a.memo+b", flags)).isEqualTo(0);
    }
    assertThat(caller.rename("a.memo+b", "a.memo+c")).isEqualTo(0);
    assertThat(caller.seek(0, 0)).isEqualTo(0);
    assertThat(caller.read(2)).isEqualTo("01");
    assertThat(caller.write("x")).isEqualTo(1);
    assertThat(caller.write(MMIOM_WRITEFLUSH, "x")).isEqualTo(1);
    assertThat(caller.seek(1, 2)).isEqualTo(9);
    assertThat(caller.send(MMIOM_USER, 1, 2)).isEqualTo(3);
    assertThat(caller.send(MMIOM_USER + 1, 1, 2)).isEqualTo(0);
    assertThat(caller.close()).isEqualTo(0);
  }

  private static final class WatchingGlue extends MemoryGlue {

    final List<Boolean> seen = new ArrayList<>();
    boolean interrupts;

    WatchingGlue() {
      super(new MemoryFile("0123456789", 3));
    }

    @Override
    protected long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
        throws Throwable {
      seen.add(Thread.currentThread().isInterrupted());
      if (interrupts) {
        Thread.currentThread().interrupt();
      }
      return super.dispatch(lpmmioinfo, message, lParam1, lParam2);
    }

    @Override
    protected boolean handles(int message) {
      return message == MMIOM_USER;
    }

    @Override
    protected long onMessage(MemoryFile opened, MmioMessage message) {
      return 3;
    }
  }
}
