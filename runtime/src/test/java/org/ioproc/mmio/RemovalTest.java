package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_INSTALLPROC;

import java.lang.Thread.State;
import java.util.concurrent.atomic.AtomicReference;
import org.ioproc.FourCc;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.Test;

/** mmio removes the newest procedure under a code, which may not be the one just found. */
class RemovalTest {

  private static final FourCc CODE = FourCc.of("ABCD");

  private final long ours = Transport.current().stub((info, message, p1, p2) -> 1);
  private final long other = Transport.current().stub((info, message, p1, p2) -> 2);
  private final AtomicReference<Runnable> afterFinding = new AtomicReference<>(() -> {});
  private final MmioFunctions functions = EmbeddedMmio.direct();
  private final Mmio mmio =
      new Mmio(
          FindHook.runAfterEach(() -> afterFinding.getAndSet(() -> {}).run(), functions),
          "a manager");

  @Test
  void otherThreadsInstallOnlyBeforeOrAfterARemoval() throws Exception {
    mmio.installIoProc(CODE, ours);
    Thread installing = new Thread(this::installOther);
    afterFinding.set(() -> startAndAwaitBlock(installing));
    assertThat(mmio.removeIoProc(CODE, ours)).isTrue();
    installing.join();
    assertThat(mmio.findIoProc(CODE)).isEqualTo(other);
    assertThat(mmio.removeIoProc(CODE)).isTrue();
    assertThat(mmio.findIoProc(CODE)).isEqualTo(0);
  }

  @Test
  void aProcedureThatNativeCodeInstallsMeanwhileIsReinstalled() throws Exception {
    mmio.installIoProc(CODE, ours);
    afterFinding.set(this::installOtherFromNativeCode);
    assertThat(mmio.removeIoProc(CODE, ours)).isFalse();
    assertThat(mmio.findIoProc(CODE)).isEqualTo(other);
    assertThat(mmio.removeIoProc(CODE, other)).isTrue();
    assertThat(mmio.removeIoProc(CODE, ours)).isTrue();
    assertThat(mmio.findIoProc(CODE)).isEqualTo(0);
  }

  @Test
  void onlyTheNewestProcedureIsRemoved() throws Exception {
    assertThat(mmio.removeIoProc(CODE, ours)).isFalse();
    mmio.installIoProc(CODE, ours);
    mmio.installIoProc(CODE, other);
    assertThat(mmio.removeIoProc(CODE, ours)).isFalse();
    assertThat(mmio.findIoProc(CODE)).isEqualTo(other);
  }

  private void installOther() {
    try {
      mmio.installIoProc(CODE, other);
    } catch (Exception refused) {
      throw new AssertionError(refused);
    }
  }

  private void installOtherFromNativeCode() {
    long installed = functions.mmioInstallIOProc(CODE.value(), other, MMIO_INSTALLPROC);
    assertThat(installed).isEqualTo(other);
  }

  /** Starts a thread, and waits until it is blocked or has ended. */
  private static void startAndAwaitBlock(Thread thread) {
    thread.start();
    while (thread.getState() != State.BLOCKED && thread.getState() != State.TERMINATED) {
      Thread.onSpinWait();
    }
  }
}
