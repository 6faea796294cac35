package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.mmio.Requests.ascii;
import static org.ioproc.mmio.Requests.error;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioOption;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guarantees of every manager: the embedded one with both call paths and, on Windows, winmm.
 * The test leaves out what Wine 8.0 does differently from Microsoft's documentation.
 */
@ParameterizedClass
@MethodSource("managers")
final class ManagerContractTest {

  private static final FourCc XYZ = FourCc.of("XYZ");
  private static final FourCc NONE = FourCc.of("NONE");
  private static final String TEXT = "0123456789abcdefghij";

  @TempDir Path folder;

  private final Mmio mmio;
  private final RecordingProcedure procedure = new RecordingProcedure(TEXT);

  ManagerContractTest(Mmio mmio) {
    this.mmio = mmio;
  }

  static Stream<Mmio> managers() {
    List<Mmio> managers = new ArrayList<>();
    for (CallPath callPath : CallPath.values()) {
      managers.add(callPath.newManager());
    }
    if (Requests.onWindows()) {
      managers.add(Mmio.system());
    }
    return managers.stream();
  }

  @AfterEach
  void nothingStaysInstalled() {
    assertThat(mmio.findIoProc(XYZ)).isEqualTo(0);
  }

  private void whileInstalled(Executable use) throws Throwable {
    mmio.installIoProc(XYZ, procedure.address());
    try {
      use.execute();
    } finally {
      assertThat(mmio.removeIoProc(XYZ)).isTrue();
    }
  }

  @Test
  void theNewestProcedureIsFoundAndRemovedFirst() throws IOException {
    RecordingProcedure newer = new RecordingProcedure("newer");
    mmio.installIoProc(XYZ, procedure.address());
    mmio.installIoProc(XYZ, newer.address());
    assertThat(mmio.findIoProc(XYZ)).isEqualTo(newer.address());
    assertThat(read("a.xyz+b", 10)).isEqualTo("newer");
    assertThat(mmio.removeIoProc(XYZ)).isTrue();
    assertThat(mmio.findIoProc(XYZ)).isEqualTo(procedure.address());
    assertThat(read("a.xyz+b", 10)).isEqualTo("0123456789");
    assertThat(mmio.removeIoProc(XYZ)).isTrue();
    assertThat(mmio.removeIoProc(XYZ)).isFalse();
  }

  @Test
  void aProcedureWithAnOpenFileIsNotRemoved() throws IOException {
    mmio.installIoProc(XYZ, procedure.address());
    try (MmioFile file = mmio.open("a.xyz+b")) {
      assertThat(mmio.removeIoProc(XYZ)).isFalse();
      assertThat(file.read(ByteBuffer.allocate(5))).isEqualTo(5);
    }
    assertThat(mmio.removeIoProc(XYZ)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xyz+b", "A.XYZ+b", "folder/a.xyz+b.wav", "x+a.xyz+b", "a.xyz+"})
  void theWholeNameReachesTheProcedureOfItsExtension(String name) throws Throwable {
    whileInstalled(() -> mmio.open(name).close());
    assertThat(procedure.taken()).containsExactly("OPEN " + name, "CLOSE").inOrder();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xyz", "a.xyz.b+c", "missing"})
  void otherNamesAreOrdinaryFiles(String name) throws Throwable {
    Path missing = folder.resolve(name);
    whileInstalled(
        () ->
            assertThat(error(() -> mmio.open(missing.toString())))
                .isEqualTo(MmioError.FILE_NOT_FOUND));
    assertThat(procedure.taken()).isEmpty();
  }

  @Test
  void aProcedureIsAlsoChosenByCodeOrAddress() throws Throwable {
    whileInstalled(() -> mmio.open("any name", OpenParameters.byCode(XYZ)).close());
    mmio.open("any name", OpenParameters.byProcedure(procedure.address())).close();
    assertThat(procedure.taken())
        .containsExactly("OPEN any name", "CLOSE", "OPEN any name", "CLOSE")
        .inOrder();
    assertThrows(MmioException.class, () -> mmio.open("a", OpenParameters.byCode(NONE)));
  }

  @Test
  void theAnswerToOpenBecomesTheError() throws Throwable {
    procedure.failing.put(MMIOM_OPEN, 268L);
    whileInstalled(
        () -> assertThat(error(() -> mmio.open("a.xyz+b"))).isEqualTo(MmioError.ACCESS_DENIED));
  }

  @Test
  void theAnswerToCloseBecomesTheError() throws Throwable {
    procedure.failing.put(MMIOM_CLOSE, 260L);
    whileInstalled(
        () -> assertThat(error(mmio.open("a.xyz+b")::close)).isEqualTo(MmioError.CANNOT_CLOSE));
  }

  @Test
  void withoutABufferEachRequestIsAMessage() throws Throwable {
    whileInstalled(
        () -> {
          try (MmioFile file = mmio.open("a.xyz+b", READ, WRITE)) {
            assertThat(Requests.read(file, 3)).isEqualTo("012");
            assertThat(file.seek(5, SeekOrigin.START)).isEqualTo(5);
            assertThat(file.write(ascii("XY"))).isEqualTo(2);
            assertThat(file.seek(-1, SeekOrigin.END)).isEqualTo(19);
          }
        });
    assertThat(procedure.taken())
        .containsExactly(
            "OPEN a.xyz+b",
            "READ 3 -> 3",
            "SEEK 5,0 -> 5",
            "WRITE 2 -> 2",
            "SEEK -1,2 -> 19",
            "CLOSE")
        .inOrder();
  }

  @Test
  void aBufferIsFilledOnceAndWrittenOnClose() throws Throwable {
    whileInstalled(
        () -> {
          try (MmioFile file = mmio.open("a.xyz+b", READ, WRITE, MmioOption.BUFFERED)) {
            assertThat(Requests.read(file, 2)).isEqualTo("01");
            assertThat(Requests.read(file, 2)).isEqualTo("23");
            file.write(ascii("XY"));
          }
        });
    assertThat(procedure.taken())
        .containsExactly("OPEN a.xyz+b", "READ 8192 -> 20", "SEEK 0,0", "WRITE 6 -> 6", "CLOSE")
        .inOrder();
    assertThat(procedure.content()).isEqualTo("0123XY6789abcdefghij");
  }

  @Test
  void wordsAndMessagesReachTheProcedure() throws Throwable {
    whileInstalled(
        () -> {
          OpenParameters parameters = OpenParameters.byName().word(0, 41).word(2, 7);
          try (MmioFile file = mmio.open("a.xyz+b", parameters)) {
            assertThat(file.word(0)).isEqualTo(41);
            assertThat(file.word(1)).isEqualTo(42);
            assertThat(file.word(2)).isEqualTo(7);
            assertThat(file.sendMessage(0x8000, 40, 2)).isEqualTo(42);
            assertThat(file.sendMessage(0xFFFF, -1, -1)).isEqualTo(-2);
          }
        });
  }

  @Test
  void renamingAndDeletingReachTheProcedure() throws Throwable {
    whileInstalled(
        () -> {
          mmio.rename("a.xyz+b", "a.xyz+c");
          assertThat(procedure.taken()).containsExactly("RENAME a.xyz+b a.xyz+c");
          mmio.delete("a.xyz+c");
          assertThat(procedure.taken()).contains("OPEN a.xyz+c");
        });
  }

  /** Wine 8.0 would read and write beyond such memory, so it does not get it. */
  @Test
  void memoryOfNoBytesIsNotABuffer() throws Throwable {
    ByteBuffer nothing = ByteBuffer.allocateDirect(0);
    whileInstalled(
        () -> {
          OpenParameters parameters = OpenParameters.byName().buffer(nothing);
          try (MmioFile file = mmio.open("a.xyz+b", parameters, READ, MmioOption.BUFFERED)) {
            assertThat(Requests.read(file, 1)).isEqualTo("0");
            assertThat(file.buffer().state().bufferSize()).isEqualTo(0);
            file.buffer().setBuffer(16);
            assertThat(Requests.read(file, 2)).isEqualTo("12");
            file.position(5);
            file.buffer().setBuffer(nothing);
            assertThat(file.buffer().state().bufferSize()).isEqualTo(0);
          }
        });
  }

  private String read(String name, int count) throws IOException {
    return Requests.read(mmio, name, count);
  }
}
