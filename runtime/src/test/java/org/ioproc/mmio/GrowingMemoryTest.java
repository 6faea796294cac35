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
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Full files in memory, as Microsoft documents them. Wine 8.0 starts again at position 0. */
@ParameterizedClass
@EnumSource(CallPath.class)
final class GrowingMemoryTest {

  private final Mmio mmio;
  private final ByteBuffer memory =
      ByteBuffer.allocateDirect(10).put(0, ascii("0123456789"), 0, 10);

  GrowingMemoryTest(CallPath callPath) {
    mmio = callPath.newManager();
  }

  @ParameterizedTest
  @CsvSource({"1, 3, 13", "4, 3, 14", "4, 5, 18", "4, 0, 10", "100, 3, 110"})
  void memoryGrowsInWholeSteps(int step, int count, int size) throws IOException {
    try (MmioFile file = open(OpenParameters.inMemory(memory).expandingBy(step))) {
      file.seek(0, SeekOrigin.END);
      file.write(ByteBuffer.allocate(count));
      assertThat(file.buffer().state().bufferSize()).isEqualTo(size);
      assertThat(file.size()).isEqualTo(10 + count);
      assertThat(Requests.read(file.position(0), 10)).isEqualTo("0123456789");
    }
  }

  @Test
  void aFileThatGrewNoLongerUsesTheProgramsMemory() throws IOException {
    try (MmioFile file = open(OpenParameters.inMemory(memory).expandingBy(4))) {
      file.position(8);
      file.write(ascii("ABCD"));
      file.position(0);
      file.write(ascii("X"));
      assertThat(text(memory, 0, 10)).isEqualTo("0123456789");
      assertThat(Requests.read(file, 20)).isEqualTo("1234567ABCD");
    }
  }

  @Test
  void withoutAStepOnlyTheBytesThatFitAreWritten() throws IOException {
    try (MmioFile file = open(OpenParameters.inMemory(memory))) {
      ByteBuffer five = ascii("ABCDE");
      file.position(7);
      MmioException full = assertThrows(MmioException.class, () -> file.write(five));
      assertThat(full.error()).isEqualTo(MmioError.CANNOT_WRITE);
      assertThat(five.remaining()).isEqualTo(2);
      assertThat(text(memory, 0, 10)).isEqualTo("0123456ABC");
    }
  }

  @Test
  void anEmptyFileGrows() throws IOException {
    try (MmioFile file =
        mmio.open(null, OpenParameters.inMemory(0).expandingBy(8), READ, WRITE, CREATE)) {
      file.write(ascii("0123456789"));
      assertThat(Requests.read(file.position(0), 20)).isEqualTo("0123456789");
    }
  }

  @Test
  void advancingMakesRoomOrReportsThatThereIsNone() throws IOException {
    try (MmioFile file = open(OpenParameters.inMemory(memory).expandingBy(4))) {
      BufferState more = file.buffer().advance(file.buffer().state().withWritten(10), WRITE);
      assertThat(more.endWrite() - more.next()).isEqualTo(4);
    }
    try (MmioFile file = open(OpenParameters.inMemory(memory))) {
      BufferState full = file.buffer().state().withWritten(10);
      assertThat(error(() -> file.buffer().advance(full, WRITE)))
          .isEqualTo(MmioError.CANNOT_EXPAND);
      BufferState end = file.buffer().advance(file.buffer().state(), READ);
      assertThat(end.next()).isEqualTo(end.endRead());
    }
  }

  @Test
  void aFileInMemoryRefusesAnotherBuffer() throws IOException {
    try (MmioFile file = open(OpenParameters.inMemory(memory))) {
      assertThat(error(() -> file.buffer().setBuffer(20))).isEqualTo(MmioError.INVALID_PARAMETER);
      file.buffer().flushAndEmpty();
      assertThat(Requests.read(file, 3)).isEqualTo("012");
    }
  }

  private MmioFile open(OpenParameters parameters) throws IOException {
    return mmio.open(null, parameters, READ, WRITE);
  }
}
