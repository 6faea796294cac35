package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.mmio.Requests.ascii;
import static org.ioproc.mmio.Requests.error;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When a procedure fails once, the program gets an error, no byte is lost or written twice, and the
 * next call works at the right position.
 */
@ParameterizedClass
@EnumSource(CallPath.class)
final class BufferFailuresTest {

  private static final String TEXT = "0123456789abcdefghij";

  private final Mmio mmio;
  private final RecordingProcedure file = new RecordingProcedure(TEXT);

  /** The messages to wait for, by name and in this order. Those with a minus fail. */
  private final List<String> failing = new ArrayList<>();

  private final long address = Transport.current().stub(this::callback);

  BufferFailuresTest(CallPath callPath) {
    mmio = callPath.newManager();
  }

  /** A READ or SEEK that fails moves the procedure, and lDiskOffset with it. */
  private long callback(long info, int message, long lParam1, long lParam2) {
    String[] names = {"READ", "WRITE", "SEEK"};
    if (message >= names.length || failing.isEmpty() || !failing.get(0).endsWith(names[message])) {
      return file.callback(info, message, lParam1, lParam2);
    }
    if (!failing.remove(0).startsWith("-")) {
      return file.callback(info, message, lParam1, lParam2);
    }
    MmioInfo.at(info).diskOffset(MmioInfo.at(info).diskOffset() + (message == 1 ? 0 : 3));
    return -1;
  }

  /** Adds messages to wait for. Other messages in between succeed. */
  private void next(String... messages) {
    failing.addAll(List.of(messages));
  }

  private MmioFile open(int buffer) throws IOException {
    OpenParameters by = OpenParameters.byProcedure(address).buffer(buffer);
    return mmio.open("x", by, READ, WRITE);
  }

  @Test
  void theBufferStaysIfTheProcedureCannotSeekToItsPosition() throws IOException {
    try (MmioFile opened = open(8)) {
      assertThat(Requests.read(opened, 2)).isEqualTo("01");
      next("-SEEK");
      assertThat(error(() -> opened.buffer().setBuffer(0))).isEqualTo(MmioError.CANNOT_SEEK);
      assertThat(opened.buffer().state().bufferSize()).isEqualTo(8);
      assertThat(Requests.read(opened, 10)).isEqualTo("23456789ab");
      opened.buffer().setBuffer(0);
      assertThat(Requests.read(opened, 2)).isEqualTo("cd");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void aFailedReadDoesNotMoveThePosition(int buffer) throws IOException {
    try (MmioFile opened = open(buffer)) {
      assertThat(Requests.read(opened, 2)).isEqualTo("01");
      next("-READ", "-SEEK");
      assertThat(error(() -> Requests.read(opened, 14))).isEqualTo(MmioError.CANNOT_READ);
      assertThat(opened.buffer().state().bufferOffset() + opened.buffer().state().next())
          .isEqualTo(2);
      next("-SEEK");
      assertThrows(MmioException.class, () -> Requests.read(opened, 3));
      assertThat(Requests.read(opened, 3)).isEqualTo("234");
      opened.write(ascii("X"));
    }
    assertThat(file.content()).isEqualTo("01234X6789abcdefghij");
  }

  @Test
  void aFailedAdvanceLeavesThePositionThatTheProgramSet() throws IOException {
    try (MmioFile opened = open(8)) {
      assertThat(Requests.read(opened, 3)).isEqualTo("012");
      next("-READ");
      BufferState state = opened.buffer().state().withNext(5);
      assertThat(error(() -> opened.buffer().advance(state, READ)))
          .isEqualTo(MmioError.CANNOT_READ);
      assertThat(opened.position()).isEqualTo(5);
      assertThat(Requests.read(opened, 4)).isEqualTo("5678");
    }
  }

  /** The bytes after a gap are written first, and then a write of no bytes fails. */
  @Test
  void bytesAfterAGapStayInPlaceAfterAFailure() throws IOException {
    try (MmioFile opened = open(64)) {
      assertThat(Requests.read(opened, 8)).isEqualTo("01234567");
      opened.buffer().setState(opened.position(30).buffer().state().withWritten(31));
      BufferState before = opened.position(25).buffer().state();
      next("WRITE", "-WRITE");
      assertThat(error(() -> opened.buffer().advance(before, WRITE)))
          .isEqualTo(MmioError.CANNOT_WRITE);
      opened.write(ascii("X"));
    }
    assertThat(file.content().replace('\0', '.')).isEqualTo(TEXT + ".....X.....");
  }

  @Test
  void openingFailsIfTheProcedureCannotSeekBackToTheStart() throws IOException {
    FourCc dos = FourCc.of("DOS ");
    mmio.installIoProc(dos, address);
    OpenParameters byCode = OpenParameters.byCode(dos).buffer(8);
    next("SEEK", "SEEK", "-SEEK");
    assertThat(error(() -> mmio.open("x", byCode, READ))).isEqualTo(MmioError.CANNOT_SEEK);
    assertThat(file.taken()).contains("CLOSE");
    try (MmioFile opened = mmio.open("x", byCode, READ)) {
      assertThat(Requests.read(opened, 2)).isEqualTo("01");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-WRITE, 8",
    "'WRITE,-WRITE', 16",
    "'SEEK,SEEK,-SEEK', 24",
    "'WRITE,WRITE,-WRITE', 24"
  })
  void aFailedWriteReportsWhatItWroteAndCanBeContinued(String messages, int taken)
      throws IOException {
    String text = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    ByteBuffer source = ascii(text);
    try (MmioFile opened = open(8)) {
      next(messages.split(","));
      MmioException failure = assertThrows(MmioException.class, () -> opened.write(source));
      assertThat(failure).hasMessageThat().contains("26 bytes (" + taken + " were written)");
      assertThat(source.position()).isEqualTo(taken);
      assertThat(opened.position()).isEqualTo(taken);
      assertThat(opened.write(source)).isEqualTo(26 - taken);
    }
    assertThat(file.content()).isEqualTo(text);
  }

  @Test
  void aFullBufferThatCannotBeWrittenAcceptsNothing() throws IOException {
    try (MmioFile opened = open(4)) {
      next("-WRITE", "-WRITE");
      assertThat(opened.write(ascii("ABCD"))).isEqualTo(4);
      ByteBuffer more = ascii("EF");
      assertThat(error(() -> opened.write(more))).isEqualTo(MmioError.CANNOT_WRITE);
      assertThat(more.position()).isEqualTo(0);
      assertThat(opened.position()).isEqualTo(4);
      opened.write(more);
    }
    assertThat(file.content()).isEqualTo("ABCDEF6789abcdefghij");
  }

  @Test
  void bytesThatCannotBeWrittenCanBeReadAndDiscarded() throws IOException {
    file.failing.put(MMIOM_WRITE, -1L);
    MmioFile opened = open(8);
    opened.write(ascii("ABCD"));
    assertThat(error(opened.buffer()::flush)).isEqualTo(MmioError.CANNOT_WRITE);
    assertThat(error(() -> opened.position(15))).isEqualTo(MmioError.CANNOT_SEEK);
    assertThat(error(() -> opened.buffer().setBuffer(4))).isEqualTo(MmioError.CANNOT_WRITE);
    assertThat(opened.position(1).position()).isEqualTo(1);
    assertThat(Requests.read(opened, 2)).isEqualTo("BC");
    opened.buffer().setState(opened.buffer().state().withoutChanges());
    assertThat(opened.position(1).position()).isEqualTo(1);
    assertThat(Requests.read(opened, 12)).isEqualTo("123456789abc");
    opened.close();
    assertThat(file.content()).isEqualTo(TEXT);
  }

  @Test
  void closingReportsLostBytes() throws IOException {
    MmioFile opened = open(8);
    opened.write(ascii("ABCD"));
    next("-WRITE");
    assertThat(error(opened::close)).isEqualTo(MmioError.CANNOT_WRITE);
    assertThat(file.content()).isEqualTo(TEXT);
  }

  /**
   * Fails at the pad byte, the seek to the size, the size, and the seek to the chunk's end. The
   * library and the manager first seek to find the position.
   */
  @ParameterizedTest
  @CsvSource({"-WRITE", "'SEEK,SEEK,-SEEK'", "'WRITE,-WRITE'", "'SEEK,SEEK,SEEK,-SEEK'"})
  void aChunkThatFailedToCloseCanBeClosedAgain(String messages) throws IOException {
    try (MmioFile opened = open(0)) {
      MmioChunk chunk = opened.chunks().createChunk(FourCc.of("data"));
      opened.write(ascii("ABCDE"));
      next(messages.split(","));
      assertThrows(MmioException.class, chunk::close);
      assertThat(failing).isEmpty();
      chunk.close();
      chunk.close();
      assertThat(opened.position()).isEqualTo(14);
    }
    assertThat(file.content()).isEqualTo("data\5\0\0\0ABCDE\0efghij");
  }

  @Test
  void aLostPositionIsReported() throws IOException {
    try (MmioFile opened = open(0)) {
      MmioChunk chunk = opened.chunks().createChunk(FourCc.of("data"));
      opened.write(ascii("ABCDE"));
      next("-WRITE", "-SEEK");
      assertThat(error(chunk::close)).isEqualTo(MmioError.CANNOT_SEEK);
      opened.position(13);
      chunk.close();
    }
    assertThat(file.content()).isEqualTo("data\5\0\0\0ABCDE\0efghij");
  }
}
