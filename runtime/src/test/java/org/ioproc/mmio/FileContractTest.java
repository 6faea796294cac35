package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.mmio.Requests.ascii;
import static org.ioproc.mmio.Requests.error;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioOption;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarantees for programs that have a file open, with every manager. */
@ParameterizedClass
@MethodSource("org.ioproc.mmio.ManagerContractTest#managers")
final class FileContractTest {

  private static final FourCc NONE = FourCc.of("NONE");
  private static final FourCc WAVE = FourCc.of("WAVE");
  private static final String TEXT = "0123456789abcdefghij";

  @TempDir Path folder;

  private final Mmio mmio;
  private final RecordingProcedure procedure = new RecordingProcedure(TEXT);

  FileContractTest(Mmio mmio) {
    this.mmio = mmio;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 20, 8192})
  void everyBufferSizeReadsTheSameBytes(int size) throws IOException {
    OpenParameters parameters = OpenParameters.byProcedure(procedure.address()).buffer(size);
    try (MmioFile file = mmio.open("x", parameters)) {
      assertThat(Requests.read(file, 9)).isEqualTo(TEXT.substring(0, 9));
      assertThat(file.position()).isEqualTo(9);
      assertThat(file.position(15).position()).isEqualTo(15);
      assertThat(Requests.read(file, 9)).isEqualTo(TEXT.substring(15));
      assertThat(Requests.read(file, 9)).isEqualTo("end");
      assertThat(file.size()).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 20, 8192})
  void everyBufferSizeReadsIntoTheMiddleOfAnArray(int size) throws IOException {
    byte[] array = "............".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer target = ByteBuffer.wrap(array, 1, 11).slice().position(1).limit(10);
    OpenParameters parameters = OpenParameters.byProcedure(procedure.address()).buffer(size);
    try (MmioFile file = mmio.open("x", parameters)) {
      assertThat(file.read(target)).isEqualTo(9);
    }
    assertThat(target.position()).isEqualTo(10);
    assertThat(new String(array, StandardCharsets.US_ASCII)).isEqualTo("..012345678.");
  }

  @Test
  void chunksAreFound() throws IOException {
    byte[] wave =
        "RIFF\36\0\0\0WAVELIST\4\0\0\0INFOdata\5\0\0\00001234\0"
            .getBytes(StandardCharsets.ISO_8859_1);
    RecordingProcedure riff = new RecordingProcedure(wave);
    for (int size : new int[] {0, 8192}) {
      OpenParameters parameters = OpenParameters.byProcedure(riff.address()).buffer(size);
      try (MmioFile file = mmio.open("x", parameters)) {
        MmioChunk outer = file.chunks().findRiff(WAVE);
        assertThat(outer.toString())
            .isEqualTo("chunk \"RIFF\" of type \"WAVE\" with 30 bytes at 8");
        MmioChunk list = file.chunks().findList(FourCc.of("INFO"), outer);
        assertThat(list.dataOffset()).isEqualTo(20);
        list.close();
        MmioChunk data = file.chunks().descend(outer);
        assertThat(data.toString()).isEqualTo("chunk \"data\" with 5 bytes at 32");
        assertThat(Requests.read(file, 5)).isEqualTo("01234");
        data.close();
        assertThat(file.position()).isEqualTo(38);
        file.position(12);
        assertThat(error(() -> file.chunks().findChunk(NONE, outer)))
            .isEqualTo(MmioError.CHUNK_NOT_FOUND);
      }
    }
  }

  @Test
  void ordinaryFilesAreCreatedWrittenReadAndRenamed() throws IOException {
    String name = folder.resolve("new.txt").toString();
    String other = folder.resolve("other.txt").toString();
    for (OpenOption buffer : new OpenOption[] {READ, MmioOption.BUFFERED}) {
      try (MmioFile file = mmio.open(name, CREATE, READ, WRITE, buffer)) {
        file.write(ascii(TEXT));
        assertThat(file.position(3).position()).isEqualTo(3);
        assertThat(Requests.read(file, 4)).isEqualTo("3456");
      }
      mmio.rename(name, other);
      assertThat(Files.readString(Path.of(other))).isEqualTo(TEXT);
      assertThat(read(other, 3)).isEqualTo("012");
      assertThat(error(() -> mmio.open(name))).isEqualTo(MmioError.FILE_NOT_FOUND);
      Files.delete(Path.of(other));
    }
  }

  @Test
  void detachingPassesItsFlagToTheProcedure() throws IOException {
    MmioFile file = open(parameters());
    file.detach();
    file.detach();
    file.close();
    open(parameters()).close();
    assertThat(procedure.taken())
        .containsExactly("OPEN x", "CLOSE flags 10", "OPEN x", "CLOSE")
        .inOrder();
    assertThat(file.isOpen()).isFalse();
  }

  @Test
  void aBufferedStreamDoesNotSeek() throws IOException {
    procedure.failing.put(MMIOM_SEEK, -1L);
    try (var stream = open(parameters().buffer(64)).inputStream()) {
      assertThat(stream.read()).isEqualTo('0');
      assertThat(new String(stream.readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("12345");
      assertThat(stream.available()).isEqualTo(0);
      assertThat(stream.readAllBytes()).hasLength(14);
      assertThat(stream.read()).isEqualTo(-1);
    }
    assertThat(procedure.taken()).contains("CLOSE");
  }

  @Test
  void aStreamWritesAtThePosition() throws IOException {
    try (MmioFile file = open(parameters().buffer(8));
        var stream = file.position(3).outputStream()) {
      stream.write('X');
      stream.write(new byte[] {'Y', 'Z'});
    }
    assertThat(procedure.content()).startsWith("012XYZ67");
  }

  private OpenParameters parameters() {
    return OpenParameters.byProcedure(procedure.address());
  }

  private MmioFile open(OpenParameters parameters) throws IOException {
    return mmio.open("x", parameters, READ, WRITE);
  }

  private String read(String name, int count) throws IOException {
    return Requests.read(mmio, name, count);
  }
}
