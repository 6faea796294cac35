package org.ioproc.testing;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.ioproc.OpenRequest;
import org.ioproc.glue.FullGlue;
import org.junit.jupiter.api.Test;

/** How a contract is made, and what it refuses. */
class IoProcContractTest {

  static final byte[] CONTENT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

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

  static IoProcContract contract(Bytes procedure) {
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
}
