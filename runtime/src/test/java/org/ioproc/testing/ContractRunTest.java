package org.ioproc.testing;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.testing.IoProcContractTest.CONTENT;
import static org.ioproc.testing.IoProcContractTest.contract;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.ioproc.InstalledIoProc;
import org.ioproc.OpenRequest;
import org.ioproc.mmio.Mmio;
import org.ioproc.testing.IoProcContractTest.Bytes;
import org.ioproc.testing.IoProcContractTest.BytesGlue;
import org.junit.jupiter.api.Test;

/** How a contract runs, and what it reports. */
class ContractRunTest {

  private static final class WrongSize extends Bytes {
    @Override
    long size() {
      return 5;
    }
  }

  @Test
  void aBrokenPromiseIsOneLine() {
    AssertionError broken =
        assertThrows(AssertionError.class, () -> contract(new WrongSize()).seed(42).check());
    String where = String.join(" and ", Way.available().stream().map(Way::toString).toList());
    assertThat(broken)
        .hasMessageThat()
        .isEqualTo(
            "SIZE: the size is the number of bytes that can be read. Asked: the size of"
                + " \"any.byte+file\". Came: 5 instead of 12 ("
                + where
                + "). So a player cuts the sound off or waits for more, and a program that looks"
                + " for data from the end finds others.\nTo repeat this, add .seed(42L).");
  }

  @Test
  void anExceptedPromiseIsNotReported() {
    contract(new WrongSize()).except(Promise.SIZE).check();
  }

  @Test
  void theDerivedNameMustBeMissing() {
    IoProcContract contract =
        IoProcContract.of(
                mmio ->
                    mmio.install(
                        new BytesGlue(
                            new Bytes() {
                              @Override
                              byte[] open(OpenRequest request) {
                                return CONTENT;
                              }
                            })))
            .file("any.byte+file.wav", CONTENT);
    BrokenPromise broken = contract.run().get(0);
    assertThat(broken.promise()).isEqualTo(Promise.MISSING_FILES);
    assertThat(broken.asked()).contains("any.byte+file-missing.wav");
    assertThat(broken.came()).contains("missing(name), or add opensAnyName()");
    assertThat(contract.opensAnyName().run()).isEmpty();
  }

  @Test
  void aHandlerThatNeverReturnsEndsTheRun() {
    CountDownLatch never = new CountDownLatch(1);
    List<Mmio> managers = new ArrayList<>();
    Bytes procedure =
        new Bytes() {
          @Override
          int read(ByteBuffer buffer, long position) throws IOException {
            if (position == 5) {
              try {
                never.await();
              } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
              }
            }
            return super.read(buffer, position);
          }
        };
    List<BrokenPromise> broken =
        IoProcContract.of(
                mmio -> {
                  managers.add(mmio);
                  return mmio.install(new BytesGlue(procedure));
                })
            .file("any.byte+file", CONTENT)
            .limit(Duration.ofMillis(300))
            .run();
    assertThat(broken).hasSize(1);
    assertThat(broken.get(0).promise()).isEqualTo(Promise.COUNTS);
    assertThat(broken.get(0).asked()).isEqualTo("read 1 byte at position 5 of \"any.byte+file\"");
    assertThat(broken.get(0).came()).contains("no answer within 300 ms");
    assertThat(managers).hasSize(1);
  }

  @Test
  void anInterruptEndsTheRun() {
    Bytes procedure =
        new Bytes() {
          @Override
          long size() {
            throw new AssertionError("not reached");
          }
        };
    Thread.currentThread().interrupt();
    assertThrows(IllegalStateException.class, () -> contract(procedure).run());
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void everyProcedureIsUninstalled() {
    List<InstalledIoProc> installed = new ArrayList<>();
    IoProcContract.of(
            mmio -> {
              installed.add(mmio.install(new BytesGlue(new WrongSize())));
              return installed.get(installed.size() - 1);
            })
        .file("any.byte+file", CONTENT)
        .run();
    assertThat(installed).hasSize(Way.available().size());
    for (InstalledIoProc procedure : installed) {
      assertThat(procedure.openFiles()).isEqualTo(0);
      assertThat(procedure.toString()).endsWith(", closed");
    }
  }

  /** Two runs with the same seed read the same pieces. */
  @Test
  void theSeedRepeatsTheReads() {
    assertThat(reads(7)).isEqualTo(reads(7));
    assertThat(reads(7)).isNotEqualTo(reads(8));
  }

  private static List<Long> reads(long seed) {
    List<Long> positions = new ArrayList<>();
    Bytes procedure =
        new Bytes() {
          @Override
          int read(ByteBuffer buffer, long position) throws IOException {
            synchronized (positions) {
              positions.add(position);
            }
            return super.read(buffer, position);
          }
        };
    contract(procedure).seed(seed).except(Promise.SIMULTANEOUS_THREADS, Promise.INTERRUPTS).check();
    return positions;
  }
}
