package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.mmio.Requests.ascii;
import static org.ioproc.mmio.Requests.error;
import static org.ioproc.mmio.Requests.text;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Guarantees for programs that use a file's buffer directly, with every manager. */
@ParameterizedClass
@MethodSource("org.ioproc.mmio.ManagerContractTest#managers")
final class BufferContractTest {

  private static final String TEXT = "0123456789abcdefghij";

  private final Mmio mmio;
  private final RecordingProcedure procedure = new RecordingProcedure(TEXT);
  private final ByteBuffer own = ByteBuffer.allocateDirect(8);

  BufferContractTest(Mmio mmio) {
    this.mmio = mmio;
  }

  @Test
  void theStateIsASnapshot() throws IOException {
    try (MmioFile file = open(parameters().buffer(8).word(0, 41).word(2, 7))) {
      BufferState before = file.buffer().state();
      Requests.read(file, 3);
      BufferState after = file.buffer().state();
      assertThat(before.next()).isEqualTo(0);
      assertThat(before.endRead()).isEqualTo(0);
      assertThat(after.flags()).isEqualTo(0x10002);
      assertThat(after.code()).isEqualTo(new FourCc(0));
      assertThat(after.error()).isEmpty();
      assertThat(after.bufferSize()).isEqualTo(8);
      assertThat(after.next()).isEqualTo(3);
      assertThat(after.endRead()).isEqualTo(8);
      assertThat(after.endWrite()).isEqualTo(8);
      assertThat(after.bufferOffset()).isEqualTo(0);
      assertThat(after.diskOffset()).isEqualTo(8);
      assertThat(after.words()).containsExactly(41, 42, 7).inOrder();
      file.write(ascii("X"));
      assertThat(after.isDirty()).isFalse();
      assertThat(file.buffer().state().isDirty()).isTrue();
    }
  }

  @Test
  void theStateWithoutABufferHasOnlyPositions() throws IOException {
    try (MmioFile file = open(parameters())) {
      Requests.read(file, 3);
      BufferState info = file.buffer().state();
      assertThat(info.bufferSize() + info.next() + info.endRead() + info.endWrite()).isEqualTo(0);
      assertThat(info.diskOffset()).isEqualTo(3);
    }
  }

  @Test
  void settingTheStateMovesThePositionInTheBuffer() throws IOException {
    try (MmioFile file = open(parameters().buffer(8))) {
      Requests.read(file, 2);
      procedure.taken();
      file.buffer().setState(file.buffer().state().withNext(5).withWord(1, 99));
      assertThat(Requests.read(file, 2)).isEqualTo("56");
      assertThat(file.position()).isEqualTo(7);
      assertThat(file.word(1)).isEqualTo(99);
      assertThat(procedure.taken()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 8", "9, 0, 8", "0, -1, 8", "0, 9, 8", "0, 0, -1", "0, 0, 9"})
  void indexesOutsideTheBufferAreRefused(int next, int endRead, int endWrite) throws IOException {
    try (MmioFile file = open(parameters().buffer(8))) {
      BufferState wrong = file.buffer().state().withNext(next).withEnds(endRead, endWrite);
      assertThat(error(() -> file.buffer().setState(wrong))).isEqualTo(MmioError.INVALID_PARAMETER);
      assertThat(Requests.read(file, 2)).isEqualTo("01");
    }
  }

  @Test
  void withoutABufferEveryIndexIsRefused() throws IOException {
    try (MmioFile file = open(parameters())) {
      BufferState wrong = file.buffer().state().withNext(1);
      assertThat(error(() -> file.buffer().setState(wrong))).isEqualTo(MmioError.INVALID_PARAMETER);
      file.buffer().setState(file.buffer().state().withWord(0, 5));
      assertThat(file.word(0)).isEqualTo(5);
    }
  }

  @Test
  void aFileCanBeReadInItsBuffer() throws IOException {
    StringBuilder read = new StringBuilder();
    try (MmioFile file = open(parameters().buffer(own))) {
      BufferState info = file.buffer().advance(file.buffer().state(), READ);
      while (info.next() < info.endRead()) {
        read.append(text(own, info.next(), info.endRead()));
        info = file.buffer().advance(info.withNext(info.endRead()), READ);
      }
      file.buffer().setState(info);
      assertThat(file.position()).isEqualTo(20);
    }
    assertThat(read.toString()).isEqualTo(TEXT);
  }

  @Test
  void aFileCanBeWrittenInItsBuffer() throws IOException {
    try (MmioFile file = open(parameters().buffer(own))) {
      BufferState info = file.buffer().state();
      procedure.taken();
      for (String part : new String[] {"ABCDEFGH", "IJKLMNOP"}) {
        own.put(0, ascii(part), 0, 8);
        info = file.buffer().advance(info.withWritten(8), WRITE);
        assertThat(info.isDirty()).isFalse();
        assertThat(info.next()).isEqualTo(0);
      }
      assertThat(procedure.taken())
          .containsExactly("SEEK 0,0", "WRITE 8 -> 8", "SEEK 8,0 -> 8", "WRITE 8 -> 8")
          .inOrder();
      own.put(0, ascii("QR"), 0, 2);
      file.buffer().setState(info.withWritten(2));
    }
    assertThat(procedure.content()).isEqualTo("ABCDEFGHIJKLMNOPQRij");
  }

  @Test
  void advanceNeedsABuffer() throws IOException {
    try (MmioFile file = open(parameters())) {
      BufferState info = file.buffer().state();
      for (StandardOpenOption direction : List.of(READ, WRITE)) {
        assertThat(error(() -> file.buffer().advance(info, direction)))
            .isEqualTo(MmioError.UNBUFFERED);
      }
      assertThrows(
          IllegalArgumentException.class,
          () -> file.buffer().advance(info, StandardOpenOption.APPEND));
    }
  }

  @Test
  void givenMemoryIsUsedFromItsPositionToItsLimit() throws IOException {
    ByteBuffer larger = ByteBuffer.allocateDirect(20).position(6).limit(14);
    try (MmioFile file = open(parameters().buffer(16))) {
      file.buffer().setBuffer(larger);
      assertThat(file.buffer().state().bufferSize()).isEqualTo(8);
      assertThat(file.buffer().state().flags()).isEqualTo(2);
      assertThat(Requests.read(file, 1)).isEqualTo("0");
      assertThat(text(larger.clear(), 6, 14)).isEqualTo("01234567");
      assertThat(larger.get(5) + larger.get(14)).isEqualTo(0);
    }
  }

  @Test
  void aBufferCanBeRemovedAndReplaced() throws IOException {
    try (MmioFile file = open(parameters().buffer(8))) {
      file.write(ascii("XY"));
      file.buffer().setBuffer(0);
      assertThat(procedure.content()).startsWith("XY23");
      assertThat(file.buffer().state().bufferSize()).isEqualTo(0);
      assertThat(Requests.read(file, 2)).isEqualTo("23");
      file.buffer().setBuffer(5);
      assertThat(file.buffer().state().bufferSize()).isEqualTo(5);
      assertThat(file.buffer().state().flags()).isEqualTo(0x10002);
      assertThat(Requests.read(file, 7)).isEqualTo("456789a");
    }
  }

  @Test
  void aBufferMustBeDirectAndWritable() throws IOException {
    try (MmioFile file = open(parameters())) {
      ByteBuffer readOnly = own.asReadOnlyBuffer();
      for (ByteBuffer wrong : new ByteBuffer[] {ByteBuffer.allocate(8), readOnly}) {
        assertThrows(IllegalArgumentException.class, () -> file.buffer().setBuffer(wrong));
        assertThrows(IllegalArgumentException.class, () -> parameters().buffer(wrong));
      }
      assertThrows(IllegalArgumentException.class, () -> file.buffer().setBuffer(-1));
      assertThrows(IllegalArgumentException.class, () -> parameters().buffer(-1));
    }
  }

  @Test
  void flushingWritesOnceAndEmptyingReadsAgain() throws IOException {
    try (MmioFile file = open(parameters().buffer(8))) {
      file.write(ascii("XY"));
      procedure.taken();
      file.buffer().flush();
      file.buffer().flush();
      assertThat(procedure.taken()).containsExactly("SEEK 0,0", "WRITE 2 -> 2").inOrder();
      file.buffer().flushAndEmpty();
      file.position(0);
      assertThat(Requests.read(file, 4)).isEqualTo("XY23");
      assertThat(procedure.taken()).contains("READ 8 -> 8");
    }
  }

  private OpenParameters parameters() {
    return OpenParameters.byProcedure(procedure.address());
  }

  private MmioFile open(OpenParameters parameters) throws IOException {
    return mmio.open("x", parameters, READ, WRITE);
  }
}
