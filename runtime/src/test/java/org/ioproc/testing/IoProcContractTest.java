package org.ioproc.testing;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.ioproc.InstalledIoProc;
import org.ioproc.OpenRequest;
import org.ioproc.glue.FullGlue;
import org.ioproc.mmio.Mmio;
import org.junit.jupiter.api.Test;

/** How a contract is made, what it refuses, and what it reports. */
class IoProcContractTest {

  private static final byte[] CONTENT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

  /** A procedure that generated code might be for. */
  public static class Bytes {

    int opened;

    byte[] open(OpenRequest request) throws Exception {
      opened++;
      if (!request.name().element().equals("file")) {
        throw new NoSuchFileException(request.rawName());
      }
      return CONTENT;
    }

    long size() {
      return CONTENT.length;
    }

    int read(ByteBuffer buffer, long position) throws IOException {
      int count = (int) Math.min(buffer.remaining(), CONTENT.length - position);
      if (count <= 0) {
        return -1;
      }
      buffer.put(CONTENT, (int) position, count);
      return count;
    }
  }

  /** Glue as the processor writes it. */
  static final class BytesGlue extends FullGlue<byte[]> {

    private final Bytes procedure;

    BytesGlue(Bytes procedure) {
      super("BYTE");
      this.procedure = procedure;
    }

    @Override
    protected byte[] onOpen(OpenRequest request) throws Exception {
      if (request.writes()) {
        throw new AccessDeniedException(request.rawName());
      }
      return procedure.open(request);
    }

    @Override
    protected int onRead(byte[] file, ByteBuffer buffer, long position) throws IOException {
      return procedure.read(buffer, position);
    }

    @Override
    protected long onSize(byte[] file) {
      return procedure.size();
    }
  }

  private static IoProcContract contract(Bytes procedure) {
    return IoProcContract.of(mmio -> mmio.install(new BytesGlue(procedure)))
        .file("any.byte+file", CONTENT);
  }

  @Test
  void aProcedureThatKeepsItsPromisesPasses() {
    assertThat(contract(new Bytes()).run()).isEmpty();
    contract(new Bytes()).check();
  }

  @Test
  void aPublicInstallerIsFoundByItself() {
    Bytes procedure = new Bytes();
    IoProcContract.of(procedure).file("any.byte+file", CONTENT).check();
    assertThat(procedure.opened).isGreaterThan(10);
    IoProcContract.of(new Bytes() {}).file("any.byte+file", CONTENT).check();
  }

  /** Stands for a class whose installer the processor has not generated. */
  public static final class NotGenerated {}

  @Test
  void aMissingInstallerIsReportedWithBothRemedies() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> IoProcContract.of(new NotGenerated()));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "A procedure's generated installer must be accessible to be found by itself; for"
                + " org.ioproc.testing.IoProcContractTest$NotGenerated, there is no class"
                + " org.ioproc.testing.IoProcContractTest_NotGeneratedInstaller. Either run the"
                + " processor, or name it in the test: IoProcContract.of(mmio ->"
                + " IoProcContractTest_NotGeneratedInstaller.install(mmio, procedure)).");
  }

  /** Its installer is not public. */
  static final class Hidden extends Bytes {}

  @Test
  void anInstallerThatIsNotPublicIsReported() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> IoProcContract.of(new Hidden()));
    assertThat(refused).hasMessageThat().contains("HiddenInstaller is not public");
    assertThat(refused).hasMessageThat().contains("IoProcContract.of(mmio -> ");
    IoProcContract.of(mmio -> IoProcContractTest_HiddenInstaller.install(mmio, new Hidden()))
        .file("any.byte+file", CONTENT)
        .check();
  }

  @Test
  void aContractNeedsAFile() {
    IoProcContract empty = IoProcContract.of(mmio -> mmio.install(new BytesGlue(new Bytes())));
    assertThrows(IllegalArgumentException.class, empty::run);
  }

  @Test
  void aNameMustChooseTheProcedure() {
    for (String name : List.of("any.zip+file", "any+file", "file")) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> contract(new Bytes()).folder(name).run());
      assertThat(refused).hasMessageThat().contains("the procedure's code is \"BYTE\"");
    }
  }

  @Test
  void aFailureToInstallIsThrown() {
    IoProcContract contract =
        IoProcContract.of(
                mmio -> {
                  throw new IOException("no licence");
                })
            .file("any.byte+file", CONTENT);
    IllegalStateException failure = assertThrows(IllegalStateException.class, contract::run);
    assertThat(failure).hasMessageThat().contains("java.io.IOException: no licence");
    assertThat(failure).hasCauseThat().isInstanceOf(IOException.class);
  }

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
