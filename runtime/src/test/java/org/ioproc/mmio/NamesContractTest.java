package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.mmio.Requests.error;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The operations that take a file name, with every manager. */
@ParameterizedClass
@MethodSource("org.ioproc.mmio.ManagerContractTest#managers")
final class NamesContractTest {

  private static final FourCc XYZ = FourCc.of("XYZ");

  @TempDir Path folder;

  private final Mmio mmio;
  private final RecordingProcedure procedure = new RecordingProcedure("");

  NamesContractTest(Mmio mmio) {
    this.mmio = mmio;
  }

  @Test
  void existsLeavesNothingOpen() throws IOException {
    Path file = folder.resolve("file.txt");
    assertThat(mmio.exists(file.toString())).isFalse();
    Files.writeString(file, "content");
    assertThat(mmio.exists(file.toString())).isTrue();
    Files.delete(file);
    assertThat(mmio.exists(file.toString())).isFalse();
  }

  @Test
  void fullNameHasAllTheFolders() throws IOException {
    Path full = Path.of(mmio.fullName("file.txt"));
    assertThat(full.isAbsolute()).isTrue();
    assertThat(full.getFileName().toString()).ignoringCase().isEqualTo("file.txt");
  }

  @Test
  void aProcedureWritesTheTemporaryNameOverTheGivenOne() throws IOException {
    byte[] given = "a.xyz+temporary\0".getBytes(StandardCharsets.US_ASCII);
    procedure.onOpen = name -> Transport.current().memory().view(name, given.length).put(0, given);
    mmio.installIoProc(XYZ, procedure.address());
    String name = mmio.temporaryName("a.xyz+t");
    assertThat(mmio.removeIoProc(XYZ)).isTrue();
    assertThat(name).isEqualTo("a.xyz+temporary");
    assertThat(procedure.opened).startsWith("flags 20000 ");
    assertThat(procedure.taken()).containsExactly("OPEN a.xyz+temporary", "CLOSE").inOrder();
  }

  @Test
  void ordinaryFilesHaveNoTemporaryNames() {
    assertThat(error(() -> mmio.temporaryName("t"))).isEqualTo(MmioError.CANNOT_OPEN);
  }

  @ParameterizedTest
  @CsvSource({
    "wav, false, 'wav '",
    "wav, true, 'WAV '",
    "abcdef, false, abcd",
    "'', true, '    '",
    "a-1, true, 'A-1 '"
  })
  void stringToFourCcPadsAndCuts(String text, boolean toUpper, String code) throws IOException {
    assertThat(mmio.stringToFourCc(text, toUpper).toString()).isEqualTo(code);
  }

  @Test
  void nullIsRefused() {
    Executable[] requests = {
      () -> mmio.open(null),
      () -> mmio.exists(null),
      () -> mmio.fullName(null),
      () -> mmio.temporaryName(null),
      () -> mmio.delete(null),
      () -> mmio.rename(null, "x"),
      () -> mmio.rename("x", null),
      () -> mmio.stringToFourCc(null, true)
    };
    for (Executable request : requests) {
      assertThrows(NullPointerException.class, request);
    }
  }

  @Test
  void aNameWithAZeroCharacterIsRefused() {
    Executable[] requests = {
      () -> mmio.open("a\0b"),
      () -> mmio.exists("a\0b"),
      () -> mmio.fullName("a\0b"),
      () -> mmio.temporaryName("a\0b"),
      () -> mmio.delete("a\0b"),
      () -> mmio.stringToFourCc("a\0b", true)
    };
    for (Executable request : requests) {
      assertThat(assertThrows(MmioException.class, request))
          .hasMessageThat()
          .contains("zero character");
    }
  }

  /** Returns names with characters that the code page lacks. None has half of a surrogate pair. */
  static Stream<String> names() {
    String codePage = System.getProperty("native.encoding", "UTF-8");
    CharsetEncoder encoder = Charset.forName(codePage).newEncoder();
    return Stream.of("\uD800.zip+a", "Łódź.zip+a", "a.zip+Łódź", "∞.wav", "音楽.zip+a")
        .filter(name -> !encoder.canEncode(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNameThatTheCodePageCannotExpressIsRefused(String name) {
    Executable[] requests = {
      () -> mmio.open(name),
      () -> mmio.open(name, CREATE, WRITE),
      () -> mmio.exists(name),
      () -> mmio.fullName(name),
      () -> mmio.temporaryName(name),
      () -> mmio.delete(name),
      () -> mmio.rename(name, "x"),
      () -> mmio.rename("x", name)
    };
    for (Executable request : requests) {
      MmioException refused = assertThrows(MmioException.class, request);
      assertThat(refused.error()).isEqualTo(MmioError.FILE_NOT_FOUND);
      assertThat(refused).hasMessageThat().contains("cannot express");
    }
  }

  @Test
  void aVeryLongNameIsNotRefused() throws IOException {
    String name = folder.resolve("n".repeat(5000)).toString();
    assertThat(mmio.exists(name)).isFalse();
    assertThrows(MmioException.class, () -> mmio.open(name));
  }
}
