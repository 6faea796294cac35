package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioError.CANNOT_WRITE;
import static org.ioproc.MmioError.OUT_OF_MEMORY;
import static org.ioproc.MmioError.UNBUFFERED;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATERIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EMPTYBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FHOPEN;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_TOUPPER;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.ByteBuffer;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the functions for buffers and for creating chunks, and direct access to the buffer. */
final class BufferFunctionsTest {

  private final MmioFunctions mmio = EmbeddedMmio.direct();
  private final RecordingProcedure procedure = new RecordingProcedure("0123456789abcdefghij");
  private final MmioInfo info = MmioInfo.allocate();
  private final ByteBuffer data = ByteBuffer.allocateDirect(64);
  private final long address = Transport.current().memory().address(data);

  @Test
  void mmioAdvanceAtTheEndSucceedsWithNextAtEndRead() throws Exception {
    long file = open(16);
    mmio.mmioGetInfo(file, info);
    assertThat(mmio.mmioAdvance(file, info, 0)).isEqualTo(0);
    assertThat(info.endRead() - info.next()).isEqualTo(16);
    assertThat(mmio.mmioAdvance(file, info, 0)).isEqualTo(0);
    assertThat(info.endRead() - info.next()).isEqualTo(4);
    assertThat(mmio.mmioAdvance(file, info, 0)).isEqualTo(0);
    assertThat(info.next()).isEqualTo(info.endRead());
  }

  @Test
  void mmioAdvanceWithoutABufferIsUnbuffered() throws Exception {
    assertThat(mmio.mmioAdvance(open(0), null, 0)).isEqualTo(UNBUFFERED.code());
  }

  @Test
  void mmioAdvanceWithWriteAndDirtyWritesTheBufferFirst() throws Exception {
    long file = open(8);
    mmio.mmioGetInfo(file, info);
    Transport.current().memory().view(info.buffer(), 3).put(0, new byte[] {'X', 'Y', 'Z'});
    info.next(info.buffer() + 3);
    info.flags(info.flags() | MMIO_DIRTY);
    procedure.taken();
    assertThat(mmio.mmioAdvance(file, info, MMIO_WRITE)).isEqualTo(0);
    assertThat(procedure.taken()).containsExactly("SEEK 0,0", "WRITE 3 -> 3").inOrder();
    assertThat(info.flags() & MMIO_DIRTY).isEqualTo(0);
    assertThat(mmio.mmioSeek(file, 0, SEEK_CUR)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({MMIOM_READ + ", 0, 261", MMIOM_WRITE + ", " + MMIO_WRITE + ", 262"})
  void mmioAdvanceReportsFailures(int message, int flags, int error) throws Exception {
    long file = open(8);
    mmio.mmioGetInfo(file, info);
    info.flags(info.flags() | (flags == 0 ? 0 : MMIO_DIRTY));
    procedure.failing.put(message, -1L);
    assertThat(mmio.mmioAdvance(file, info, flags)).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 8, 11", "0, 9, 8, 11", "0, 0, 9, 11", "8, 8, 8, 0", "0, 0, 0, 0"})
  void mmioSetInfoRefusesPointersOutsideTheBuffer(int next, int read, int write, int error)
      throws Exception {
    long file = open(8);
    mmio.mmioGetInfo(file, info);
    long buffer = info.buffer();
    info.next(buffer + next);
    info.endRead(buffer + read);
    info.endWrite(buffer + write);
    assertThat(mmio.mmioSetInfo(file, info)).isEqualTo(error);
  }

  @Test
  void bytesThatTheProgramPutsIntoTheBufferAreWritten() throws Exception {
    long file = open(8);
    mmio.mmioGetInfo(file, info);
    Transport.current().memory().view(info.buffer(), 2).put(0, new byte[] {'X', 'Y'});
    info.next(info.buffer() + 2);
    info.flags(info.flags() | MMIO_DIRTY);
    assertThat(mmio.mmioSetInfo(file, info)).isEqualTo(0);
    assertThat(mmio.mmioClose(file, MMIO_FHOPEN)).isEqualTo(0);
    assertThat(procedure.content()).startsWith("XY23");
  }

  @Test
  void readingContinuesAtTheEndThatTheProgramSets() throws Exception {
    long file = open(8);
    read(file, 3);
    mmio.mmioGetInfo(file, info);
    info.next(info.buffer() + 5);
    info.endRead(info.buffer() + 5);
    assertThat(mmio.mmioSetInfo(file, info)).isEqualTo(0);
    assertThat(read(file, 3)).isEqualTo("567");
  }

  /** The program saw a clean buffer, and may have changed any byte before its position. */
  @Test
  void changesInTheStateFromBeforeAWriteAreWritten() throws Exception {
    long file = open(8);
    read(file, 8);
    mmio.mmioGetInfo(file, info);
    mmio.mmioSeek(file, 0, SEEK_SET);
    data.put(0, new byte[] {'X', 'Y'});
    mmio.mmioWrite(file, address, 2);
    Transport.current().memory().view(info.buffer(), 8).put(4, (byte) 'Z');
    info.next(info.buffer());
    info.flags(info.flags() | MMIO_DIRTY);
    assertThat(mmio.mmioSetInfo(file, info)).isEqualTo(0);
    assertThat(mmio.mmioClose(file, 0)).isEqualTo(0);
    assertThat(procedure.content()).startsWith("XY23Z567");
  }

  /** Clearing MMIO_DIRTY discards changes only if the program changes nothing else in the state. */
  @ParameterizedTest
  @CsvSource({"0, false", "-1, true", "2, true"})
  void clearingOnlyMmioDirtyDiscardsChanges(int moved, boolean kept) throws Exception {
    long file = open(8);
    data.put(0, new byte[] {'X', 'Y'});
    mmio.mmioWrite(file, address, 2);
    mmio.mmioGetInfo(file, info);
    info.next(info.next() + moved);
    info.flags(info.flags() & ~MMIO_DIRTY);
    assertThat(mmio.mmioSetInfo(file, info)).isEqualTo(0);
    assertThat(mmio.mmioClose(file, 0)).isEqualTo(0);
    assertThat(procedure.content()).startsWith(kept ? "XY23" : "0123");
  }

  @Test
  void settingABufferKeepsThePosition() throws Exception {
    long file = open(8);
    assertThat(read(file, 3)).isEqualTo("012");
    assertThat(mmio.mmioSetBuffer(file, 0, 0, 0)).isEqualTo(0);
    assertThat(mmio.mmioSetBuffer(file, 0, 4, 0)).isEqualTo(0);
    assertThat(read(file, 3)).isEqualTo("345");
    mmio.mmioGetInfo(file, info);
    assertThat(info.bufferLength()).isEqualTo(4);
    assertThat(info.flags() & MMIO_ALLOCBUF).isNotEqualTo(0);
    assertThat(mmio.mmioSetBuffer(file, address, 16, 0)).isEqualTo(0);
    mmio.mmioGetInfo(file, info);
    assertThat(info.buffer()).isEqualTo(address);
    assertThat(info.flags() & MMIO_ALLOCBUF).isEqualTo(0);
    assertThat(mmio.mmioSetBuffer(file, 0, -1, 0)).isEqualTo(OUT_OF_MEMORY.code());
  }

  @Test
  void settingABufferFailsIfTheOldOneCannotBeWritten() throws Exception {
    long file = open(8);
    mmio.mmioWrite(file, address, 2);
    procedure.failing.put(MMIOM_WRITE, -1L);
    assertThat(mmio.mmioSetBuffer(file, 0, 16, 0)).isEqualTo(CANNOT_WRITE.code());
  }

  @Test
  void emptyingTheBufferKeepsThePosition() throws Exception {
    long file = open(8);
    read(file, 3);
    assertThat(mmio.mmioFlush(file, MMIO_EMPTYBUF)).isEqualTo(0);
    procedure.taken();
    assertThat(read(file, 3)).isEqualTo("345");
    assertThat(procedure.taken()).containsExactly("SEEK 3,0 -> 3", "READ 8 -> 8").inOrder();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "4, true", "4, false", "16, true", "8192, false"})
  void mmioCreateChunkAndMmioAscendCreateAValidFile(int buffer, boolean rightSize)
      throws Exception {
    long file = open(buffer);
    MmckInfo riff = new MmckInfo();
    riff.type(FourCc.of("WAVE").value());
    assertThat(mmio.mmioCreateChunk(file, riff, MMIO_CREATERIFF)).isEqualTo(0);
    MmckInfo chunk = new MmckInfo();
    chunk.chunkId(FourCc.of("data").value());
    chunk.size(rightSize ? 5 : 0);
    assertThat(mmio.mmioCreateChunk(file, chunk, 0)).isEqualTo(0);
    assertThat(chunk.flags()).isEqualTo(MMIO_DIRTY);
    data.put(0, "01234".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(mmio.mmioWrite(file, address, 5)).isEqualTo(5);
    assertThat(mmio.mmioAscend(file, chunk, 0)).isEqualTo(0);
    assertThat(chunk.size()).isEqualTo(5);
    assertThat(mmio.mmioAscend(file, riff, 0)).isEqualTo(0);
    assertThat(mmio.mmioClose(file, 0)).isEqualTo(0);
    assertThat(procedure.content()).isEqualTo("RIFF\22\0\0\0WAVEdata\5\0\0\00001234\0");
  }

  @Test
  void aHeaderThatCannotBeWrittenIsAnError() throws Exception {
    long file = open(0);
    procedure.failing.put(MMIOM_WRITE, -1L);
    assertThat(mmio.mmioCreateChunk(file, new MmckInfo(), 0)).isEqualTo(CANNOT_WRITE.code());
  }

  @ParameterizedTest
  @CsvSource({
    "wav, 'wav ', 0",
    "wav, 'WAV ', " + MMIO_TOUPPER,
    "abcdef, abcd, 0",
    "'', '    ', " + MMIO_TOUPPER
  })
  void mmioStringToFourccPadsAndCuts(String text, String code, int flags) throws Exception {
    int expected = 0;
    for (int i = 0; i < 4; i++) {
      expected |= code.charAt(i) << (8 * i);
    }
    assertThat(mmio.mmioStringToFourcc(AnsiText.encode(text), flags)).isEqualTo(expected);
  }

  private long open(int buffer) throws Exception {
    MmioInfo asked = MmioInfo.allocate();
    asked.ioProc(procedure.address());
    asked.bufferLength(buffer);
    long file = mmio.mmioOpen(AnsiText.encode("x"), asked, MMIO_READWRITE);
    assertThat(file).isNotEqualTo(0);
    return file;
  }

  private String read(long file, int count) {
    byte[] bytes = new byte[mmio.mmioRead(file, address, count)];
    data.get(0, bytes);
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
