package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioError.UNBUFFERED;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Buffering, rule by rule.
 *
 * <p>Source: Microsoft, "Buffered I/O" and the pages of its functions.
 */
@ParameterizedClass
@MethodSource("org.ioproc.internal.embedded.Session#managers")
final class BufferRulesTest {

  private static final int ALLOCBUF = MMIO_ALLOCBUF;
  private static final int DIRTY = MMIO_DIRTY;

  @TempDir Path folder;

  private final Session session;
  private final RecordingProcedure procedure = new RecordingProcedure("0123456789".repeat(10));

  BufferRulesTest(Session.Manager manager) {
    session = new Session(manager);
  }

  private long open(int buffer, int flags) throws Exception {
    long file = session.open("x", session.by(procedure, buffer), flags);
    procedure.taken();
    return file;
  }

  @Test
  @DisplayName("MMIO_ALLOCBUF buffers 8192 bytes: two reads of 16 bytes send one READ of 8192")
  void allocbuf() throws Exception {
    long file = open(0, ALLOCBUF);
    session.read(file, 16);
    session.read(file, 16);
    assertThat(procedure.taken()).containsExactly("READ 8192 -> 100");
    assertThat(session.info(file).bufferLength()).isEqualTo(8192);
    session.close(file);
  }

  @Test
  @DisplayName("MMIO_ALLOCBUF with cchBuffer buffers that many bytes")
  void cchBuffer() throws Exception {
    long file = open(24, ALLOCBUF);
    session.read(file, 16);
    assertThat(procedure.taken()).containsExactly("READ 24 -> 24");
    session.close(file);
  }

  @Test
  @DisplayName("a program can pass its own buffer in MMIOINFO")
  void suppliedAtOpen() throws Exception {
    ByteBuffer own = ByteBuffer.allocateDirect(16);
    MmioInfo asked = session.by(procedure, 16);
    asked.buffer(Transport.current().memory().address(own));
    long file = session.open("x", asked, ALLOCBUF);
    assertThat(session.read(file, 3)).isEqualTo("012");
    assertThat(own.get(15)).isEqualTo((byte) '5');
    assertThat(session.info(file).flags() & ALLOCBUF).isEqualTo(0);
    session.close(file);
  }

  @Test
  @DisplayName("a program can pass its own buffer to mmioSetBuffer")
  void suppliedLater() throws Exception {
    ByteBuffer own = ByteBuffer.allocateDirect(16);
    long file = open(0, 0);
    long address = Transport.current().memory().address(own);
    assertThat(session.mmio.mmioSetBuffer(file, address, 16, 0)).isEqualTo(0);
    assertThat(session.read(file, 3)).isEqualTo("012");
    assertThat(own.get(15)).isEqualTo((byte) '5');
    assertThat(session.info(file).buffer()).isEqualTo(address);
    session.close(file);
  }

  @Test
  @DisplayName("a read larger than the buffer leaves it empty, and lBufOffset is the position")
  void largeRead() throws Exception {
    long file = open(16, 0);
    assertThat(session.read(file, 40)).isEqualTo("0123456789".repeat(4));
    MmioInfo info = session.info(file);
    assertThat(info.bufferOffset()).isEqualTo(40);
    assertThat(info.next()).isEqualTo(info.buffer());
    assertThat(info.endRead()).isEqualTo(info.buffer());
    session.close(file);
  }

  @ParameterizedTest
  @CsvSource({"15, SEEK_SET", "16, SEEK_SET", "0, SEEK_SET", "3, SEEK_CUR", "-4, SEEK_CUR"})
  @DisplayName("a seek within the loaded buffer, or to its end, keeps it")
  void seekInside(int offset, Session.Origin origin) throws Exception {
    long file = open(16, 0);
    session.read(file, 5);
    procedure.taken();
    int position = session.seek(file, offset, origin.number);
    assertThat(position).isEqualTo(offset + (origin == Session.Origin.SEEK_SET ? 0 : 5));
    assertThat(procedure.taken()).isEmpty();
    assertThat(session.info(file).endRead() - session.info.buffer()).isEqualTo(16);
    session.close(file);
  }

  @ParameterizedTest
  @CsvSource({"50, SEEK_SET, 50", "17, SEEK_SET, 17", "30, SEEK_CUR, 35", "-2, SEEK_END, 98"})
  @DisplayName("a seek outside the buffer empties it, and lBufOffset is the target")
  void seekOutside(int offset, Session.Origin origin, int target) throws Exception {
    long file = open(16, 0);
    session.read(file, 5);
    assertThat(session.seek(file, offset, origin.number)).isEqualTo(target);
    MmioInfo info = session.info(file);
    assertThat(info.bufferOffset()).isEqualTo(target);
    assertThat(info.endRead()).isEqualTo(info.buffer());
    session.close(file);
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "10, 0", "3, 7"})
  @DisplayName("SEEK_END counts back from the end of ordinary files and of files in memory")
  void seekEnd(int offset, int position) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "0123456789");
    long ordinary = session.open(file.toString(), null, 0);
    assertThat(session.seek(ordinary, offset, SEEK_END)).isEqualTo(position);
    session.close(ordinary);
    session.byCode(FourCc.MEM.value()).bufferLength(10);
    session.info.buffer(session.address());
    long memory = session.open(null, session.info, 0);
    assertThat(session.seek(memory, offset, SEEK_END)).isEqualTo(position);
    session.close(memory);
  }

  @ParameterizedTest
  @CsvSource({"-2, 98", "2, 102"})
  @DisplayName("SEEK_END sends the offset unchanged to a custom procedure")
  void customSeekEnd(int offset, int position) throws Exception {
    long file = open(16, 0);
    assertThat(session.seek(file, offset, SEEK_END)).isEqualTo(position);
    assertThat(procedure.taken()).contains("SEEK " + offset + "," + SEEK_END + " -> " + position);
    session.close(file);
  }

  @Test
  @DisplayName("mmioAdvance to read at the end of the file succeeds with pchNext = pchEndRead")
  void advanceAtTheEnd() throws Exception {
    long file = open(64, 0);
    MmioInfo info = session.info(file);
    for (int filled : new int[] {64, 36, 0}) {
      assertThat(session.mmio.mmioAdvance(file, info, 0)).isEqualTo(0);
      assertThat(info.endRead() - info.next()).isEqualTo(filled);
      info.next(info.endRead());
      assertThat(session.mmio.mmioSetInfo(file, info)).isEqualTo(0);
    }
    session.close(file);
  }

  @Test
  @DisplayName("mmioAdvance to read continues after the bytes that were read, for any pchNext")
  void advanceFromTheMiddle() throws Exception {
    long file = open(16, 0);
    session.read(file, 5);
    procedure.taken();
    MmioInfo info = session.info(file);
    assertThat(session.mmio.mmioAdvance(file, info, 0)).isEqualTo(0);
    assertThat(procedure.taken()).containsExactly("READ 16 -> 16");
    assertThat(info.bufferOffset()).isEqualTo(16);
    session.close(file);
  }

  @Test
  @DisplayName("mmioAdvance without a buffer returns MMIOERR_UNBUFFERED, for any pchNext")
  void advanceUnbuffered() throws Exception {
    long file = open(0, 0);
    MmioInfo info = session.info(file);
    assertThat(session.mmio.mmioAdvance(file, info, 0)).isEqualTo(UNBUFFERED.code());
    info.next(1);
    assertThat(session.mmio.mmioAdvance(file, info, MMIO_WRITE)).isEqualTo(UNBUFFERED.code());
    session.close(file);
  }

  @Test
  @DisplayName("mmioAdvance with MMIO_WRITE and MMIO_DIRTY writes the buffer first")
  void advanceDirty() throws Exception {
    long file = open(16, 0);
    MmioInfo info = session.info(file);
    Transport.current().memory().view(info.buffer(), 2).put(0, new byte[] {'X', 'Y'});
    info.next(info.buffer() + 2);
    info.flags(info.flags() | DIRTY);
    assertThat(session.mmio.mmioAdvance(file, info, MMIO_WRITE)).isEqualTo(0);
    assertThat(procedure.taken()).containsExactly("SEEK 0,0", "WRITE 2 -> 2").inOrder();
    assertThat(procedure.content()).startsWith("XY2");
    assertThat(info.flags() & DIRTY).isEqualTo(0);
    session.close(file);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 16, 11", "17, 0, 16, 11", "0, 17, 16, 11", "0, 0, 17, 11", "16, 16, 16, 0"})
  @DisplayName("mmioSetInfo refuses pointers outside the buffer with MMSYSERR_INVALPARAM")
  void setInfo(int next, int endRead, int endWrite, int error) throws Exception {
    long file = open(16, 0);
    MmioInfo info = session.info(file);
    info.next(info.buffer() + next);
    info.endRead(info.buffer() + endRead);
    info.endWrite(info.buffer() + endWrite);
    assertThat(session.mmio.mmioSetInfo(file, info)).isEqualTo(error);
    session.close(file);
  }

  @Test
  @DisplayName("mmioClose flushes")
  void closeFlushes() throws Exception {
    long file = open(16, 0);
    session.write(file, "XY");
    assertThat(procedure.taken()).isEmpty();
    session.close(file);
    assertThat(procedure.taken()).containsExactly("SEEK 0,0", "WRITE 2 -> 2", "CLOSE").inOrder();
  }

  @ParameterizedTest
  @CsvSource({"-1", "0", "1"})
  @DisplayName("mmioClose fails if the flush fails, and still sends CLOSE")
  void closeFails(long answer) throws Exception {
    long file = open(16, 0);
    session.write(file, "XY");
    procedure.failing.put(MMIOM_WRITE, answer);
    assertThat(session.mmio.mmioClose(file, 0)).isEqualTo(session.isWinmm() ? 0 : 262);
    assertThat(procedure.taken()).contains("CLOSE");
    assertThat(session.mmio.mmioClose(file, 0)).isEqualTo(5);
  }
}
