package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.mmio.Requests.ascii;
import static org.ioproc.mmio.Requests.error;
import static org.ioproc.mmio.Requests.text;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.OpenOption;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in memory, as far as Wine 8.0 supports them; {@link GrowingMemoryTest} has the rest. */
@ParameterizedClass
@MethodSource("org.ioproc.mmio.ManagerContractTest#managers")
final class MemoryContractTest {

  private final Mmio mmio;
  private final ByteBuffer memory =
      ByteBuffer.allocateDirect(10).put(0, ascii("0123456789"), 0, 10);

  MemoryContractTest(Mmio mmio) {
    this.mmio = mmio;
  }

  @Test
  void theProgramsMemoryIsTheFile() throws IOException {
    try (MmioFile file = open(OpenParameters.inMemory(memory))) {
      assertThat(file.size()).isEqualTo(10);
      assertThat(Requests.read(file, 4)).isEqualTo("0123");
      file.write(ascii("XY"));
      assertThat(text(memory, 0, 10)).isEqualTo("0123XY6789");
      assertThat(file.seek(3, SeekOrigin.END)).isEqualTo(7);
      assertThat(Requests.read(file, 9)).isEqualTo("789");
      assertThat(Requests.read(file, 9)).isEqualTo("end");
      assertThat(file.buffer().state().code()).isEqualTo(FourCc.MEM);
    }
  }

  @Test
  void memoryIsUsedFromItsPositionToItsLimit() throws IOException {
    try (MmioFile file = open(OpenParameters.inMemory(memory.position(3).limit(7)))) {
      assertThat(file.size()).isEqualTo(4);
      assertThat(Requests.read(file, 9)).isEqualTo("3456");
    }
  }

  @Test
  void positionsOutsideTheMemoryAreRefused() throws IOException {
    try (MmioFile file = open(OpenParameters.inMemory(memory))) {
      assertThat(error(() -> file.position(11))).isEqualTo(MmioError.CANNOT_SEEK);
      assertThat(error(() -> file.seek(-1, SeekOrigin.CURRENT))).isEqualTo(MmioError.CANNOT_SEEK);
      assertThat(file.position()).isEqualTo(0);
    }
  }

  @Test
  void aCreatedFileIsEmpty() throws IOException {
    try (MmioFile file = open(OpenParameters.inMemory(memory), CREATE)) {
      assertThat(Requests.read(file, 1)).isEqualTo("end");
      file.write(ascii("ab"));
      assertThat(text(memory, 0, 4)).isEqualTo("ab23");
    }
  }

  @Test
  void newMemoryHasTheGivenSize() throws IOException {
    try (MmioFile file = open(OpenParameters.inMemory(16))) {
      assertThat(file.buffer().state().bufferSize()).isEqualTo(16);
      file.write(ascii("abc"));
      assertThat(file.position(0).position()).isEqualTo(0);
      assertThat(Requests.read(file, 3)).isEqualTo("abc");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"READ", "CREATE", "BUFFERED"})
  void memoryOfNoBytesIsAnEmptyFile(String options) throws IOException {
    ByteBuffer none = ByteBuffer.allocateDirect(4).position(4);
    try (MmioFile file = open(OpenParameters.inMemory(none), Requests.options(options))) {
      assertThat(file.size()).isEqualTo(0);
      assertThat(error(() -> file.write(ascii("a")))).isEqualTo(MmioError.CANNOT_WRITE);
      assertThat(Requests.read(file, 1)).isEqualTo("end");
      assertThat(error(() -> file.buffer().advance(file.buffer().state(), READ)))
          .isEqualTo(MmioError.UNBUFFERED);
    }
  }

  @Test
  void chunksInMemoryAreFound() throws IOException {
    ByteBuffer riff = ByteBuffer.allocateDirect(20);
    riff.put(0, ascii("RIFF\14\0\0\0ABCDtext\0\0\0\0"), 0, 20);
    try (MmioFile file = open(OpenParameters.inMemory(riff))) {
      try (MmioChunk outer = file.chunks().findRiff(null)) {
        assertThat(outer.type()).isEqualTo(FourCc.of("ABCD"));
        assertThat(file.chunks().findChunk(FourCc.of("text"), outer).size()).isEqualTo(0);
        assertThat(file.position(12).position()).isEqualTo(12);
      }
      assertThat(file.position()).isEqualTo(20);
    }
  }

  @Test
  void memoryMustBeDirectAndWritable() {
    ByteBuffer readOnly = memory.asReadOnlyBuffer();
    assertThrows(IllegalArgumentException.class, () -> OpenParameters.inMemory(readOnly));
    ByteBuffer heap = ByteBuffer.allocate(10);
    assertThrows(IllegalArgumentException.class, () -> OpenParameters.inMemory(heap));
    assertThrows(IllegalArgumentException.class, () -> OpenParameters.inMemory(-1));
    OpenParameters parameters = OpenParameters.inMemory(memory);
    assertThrows(IllegalArgumentException.class, () -> parameters.expandingBy(-1));
    assertThrows(NullPointerException.class, () -> OpenParameters.inMemory(null));
  }

  private MmioFile open(OpenParameters parameters, OpenOption... more) throws IOException {
    OpenOption[] flags = {READ, WRITE, more.length == 0 ? READ : more[0]};
    return mmio.open(null, parameters, flags);
  }
}
