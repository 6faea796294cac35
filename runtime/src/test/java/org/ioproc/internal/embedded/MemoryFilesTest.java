package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioError.CANNOT_EXPAND;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EMPTYBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.Test;

/** Files in memory, which have no name and the code {@code "MEM "}. */
final class MemoryFilesTest {

  private final MmioFunctions mmio = EmbeddedMmio.direct();
  private final ByteBuffer memory = ByteBuffer.allocateDirect(10);
  private final ByteBuffer data = ByteBuffer.allocateDirect(40);
  private final MmioInfo info = MmioInfo.allocate();

  @Test
  void theCallersMemoryIsTheFile() {
    memory.put(0, text("0123456789"));
    long file = open(address(memory), 10, 0, MMIO_READWRITE);
    assertThat(read(file, 4)).isEqualTo("0123");
    assertThat(mmio.mmioSeek(file, 3, SEEK_END)).isEqualTo(7);
    assertThat(write(file, "XY")).isEqualTo(2);
    assertThat(read(file, 9)).isEqualTo("9");
    assertThat(read(file, 9)).isEmpty();
    assertThat(memory.get(7)).isEqualTo((byte) 'X');
    assertThat(mmio.mmioClose(file, 0)).isEqualTo(0);
  }

  @Test
  void withoutAStepOnlyBytesThatFitAreWritten() {
    long file = open(address(memory), 10, 0, MMIO_READWRITE);
    mmio.mmioSeek(file, 7, SEEK_SET);
    assertThat(write(file, "ABCDE")).isEqualTo(3);
    assertThat(write(file, "F")).isEqualTo(-1);
    assertThat(memory.get(9)).isEqualTo((byte) 'C');
  }

  @Test
  void memoryExpandsByAdwInfo0() {
    memory.put(0, text("0123456789"));
    long file = open(address(memory), 10, 4, MMIO_READWRITE);
    mmio.mmioSeek(file, 0, SEEK_END);
    assertThat(write(file, "ABCDE")).isEqualTo(5);
    mmio.mmioGetInfo(file, info);
    assertThat(info.bufferLength()).isEqualTo(18);
    assertThat(info.buffer()).isNotEqualTo(address(memory));
    mmio.mmioSeek(file, 8, SEEK_SET);
    assertThat(read(file, 20)).isEqualTo("89ABCDE");
  }

  @Test
  void aCreatedFileIsEmptyAndEndsAfterItsWrites() {
    long file = open(0, 16, 0, MMIO_READWRITE | MMIO_CREATE);
    assertThat(read(file, 1)).isEmpty();
    assertThat(write(file, "abc")).isEqualTo(3);
    assertThat(mmio.mmioSeek(file, 0, SEEK_END)).isEqualTo(3);
    mmio.mmioSeek(file, 0, SEEK_SET);
    assertThat(read(file, 16)).isEqualTo("abc");
  }

  @Test
  void anEmptyFileCanGrow() {
    long file = open(0, 0, 8, MMIO_READWRITE | MMIO_CREATE);
    assertThat(write(file, "0123456789")).isEqualTo(10);
    mmio.mmioSeek(file, 0, SEEK_SET);
    assertThat(read(file, 20)).isEqualTo("0123456789");
  }

  @Test
  void positionsOutsideTheFileAreRefused() {
    long file = open(address(memory), 10, 0, 0);
    assertThat(mmio.mmioSeek(file, 11, SEEK_SET)).isEqualTo(-1);
    assertThat(mmio.mmioSeek(file, -1, SEEK_SET)).isEqualTo(-1);
    assertThat(mmio.mmioSeek(file, 0, SEEK_END + 1)).isEqualTo(-1);
    assertThat(mmio.mmioSeek(file, 0, SEEK_CUR)).isEqualTo(0);
  }

  @Test
  void advancingToWriteExpandsOrFails() {
    long rigid = open(address(memory), 10, 0, MMIO_READWRITE);
    mmio.mmioGetInfo(rigid, info);
    info.next(info.endWrite());
    assertThat(mmio.mmioAdvance(rigid, info, MMIO_WRITE)).isEqualTo(CANNOT_EXPAND.code());
    long growing = open(address(memory), 10, 4, MMIO_READWRITE);
    mmio.mmioGetInfo(growing, info);
    info.next(info.endWrite());
    info.flags(info.flags() | MMIO_DIRTY);
    assertThat(mmio.mmioAdvance(growing, info, MMIO_WRITE)).isEqualTo(0);
    assertThat(info.bufferLength()).isEqualTo(14);
    assertThat(info.flags() & MMIO_DIRTY).isEqualTo(0);
  }

  @Test
  void aFileInMemoryKeepsItsBuffer() {
    long file = open(address(memory), 10, 0, 0);
    assertThat(mmio.mmioSetBuffer(file, 0, 20, 0)).isEqualTo(11);
    assertThat(mmio.mmioFlush(file, MMIO_EMPTYBUF)).isEqualTo(0);
    mmio.mmioGetInfo(file, info);
    assertThat(info.endRead()).isEqualTo(address(memory) + 10);
  }

  private long open(long buffer, int length, int step, int flags) {
    MmioInfo asked = MmioInfo.allocate();
    asked.fccIoProc(FourCc.of("MEM ").value());
    asked.buffer(buffer);
    asked.bufferLength(length);
    asked.info(0, step);
    long file = mmio.mmioOpen(null, asked, flags);
    assertThat(file).isNotEqualTo(0);
    return file;
  }

  private String read(long file, int count) {
    byte[] bytes = new byte[mmio.mmioRead(file, address(data), count)];
    data.get(0, bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private int write(long file, String text) {
    data.put(0, text(text));
    return mmio.mmioWrite(file, address(data), text.length());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static long address(ByteBuffer direct) {
    return Transport.current().memory().address(direct);
  }
}
