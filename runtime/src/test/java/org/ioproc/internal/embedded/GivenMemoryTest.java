package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.ioproc.MmioError.OUT_OF_MEMORY;
import static org.ioproc.MmioError.UNBUFFERED;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATERIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EMPTYBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDCHUNK;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The manager uses as much of a program's memory as the program says, and not a byte more. */
@ParameterizedClass
@EnumSource(GivenMemoryTest.Kind.class)
final class GivenMemoryTest {

  enum Kind {
    CUSTOM,
    ORDINARY,
    MEMORY
  }

  private static final int GUARD = 128;
  private static final int FAR = 1000;
  private static final int AROUND = 16 * 1024;
  private static final byte UNTOUCHED = 0x5A;
  private static final ByteBuffer UNTOUCHED_ALL =
      ByteBuffer.wrap("Z".repeat(AROUND).getBytes(US_ASCII));

  @Parameter Kind kind;
  @TempDir Path folder;

  private final MmioFunctions mmio = EmbeddedMmio.direct();
  private final ByteBuffer around = ByteBuffer.allocateDirect(AROUND);
  private final long given = Transport.current().memory().address(around) + GUARD;
  private final ByteBuffer data = ByteBuffer.allocateDirect(1024);
  private final long address = Transport.current().memory().address(data);
  private final MmioInfo info = MmioInfo.allocate();
  private final MmckInfo chunk = new MmckInfo();
  private Random random = new Random(0);
  private long file;

  @ParameterizedTest
  @CsvSource({"0, false", "0, true", "1, true", "2, false", "7, true", "8, true", "100, true"})
  void nothingOutsideTheMemoryIsReadOrWritten(int size, boolean asks) throws Exception {
    for (int seed = 0; seed < 12; seed++) {
      random = new Random(seed);
      fill(size);
      open(size, asks ? MMIO_ALLOCBUF : 0);
      for (int i = 0; i < 40; i++) {
        String call = call(size);
        assertWithMessage("size %s, seed %s, call %s: %s", size, seed, i, call)
            .that(isUntouched(size))
            .isTrue();
      }
      close();
      assertThat(isUntouched(size)).isTrue();
    }
  }

  @AfterEach
  void close() {
    int unused = mmio.mmioClose(file, 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, " + MMIO_ALLOCBUF, "5, 0", "5, " + MMIO_ALLOCBUF})
  void theStateHasTheMemoryAsItWasGiven(int size, int flags) throws Exception {
    open(size, flags);
    mmio.mmioGetInfo(file, info);
    assertThat(info.buffer()).isEqualTo(given);
    assertThat(info.bufferLength()).isEqualTo(size);
    assertThat(info.next()).isEqualTo(given);
    assertThat(info.endWrite()).isEqualTo(given + size);
    assertThat(info.flags() & MMIO_ALLOCBUF).isEqualTo(0);
    assertThat(mmio.mmioSetInfo(file, info)).isEqualTo(0);
  }

  /** As in winmm. A file in memory then has no place to write to. */
  @Test
  void memoryOf0BytesIsUnbuffered() throws Exception {
    open(0, MMIO_ALLOCBUF);
    mmio.mmioGetInfo(file, info);
    assertThat(mmio.mmioAdvance(file, info, 0)).isEqualTo(UNBUFFERED.code());
    assertThat(mmio.mmioAdvance(file, null, MMIO_WRITE)).isEqualTo(UNBUFFERED.code());
    assertThat(mmio.mmioWrite(file, address, 3)).isEqualTo(kind == Kind.MEMORY ? 0 : 3);
    assertThat(mmio.mmioSeek(file, 0, SEEK_SET)).isEqualTo(0);
    assertThat(mmio.mmioRead(file, address, 2)).isEqualTo(kind == Kind.MEMORY ? 0 : 2);
  }

  @ParameterizedTest
  @CsvSource({"-1", "-2147483648", "2147483647"})
  void anImpossibleSizeIsRefused(int size) throws Exception {
    assertThat(tryOpen(size, MMIO_READWRITE)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(OUT_OF_MEMORY.code());
    open(16, 0);
    mmio.mmioRead(file, address, 3);
    boolean fixed = kind == Kind.MEMORY;
    assertThat(mmio.mmioSetBuffer(file, given, size, 0)).isEqualTo(fixed ? 11 : 258);
    assertThat(mmio.mmioSetBuffer(file, 0, Math.min(size, -1), 0)).isEqualTo(fixed ? 11 : 258);
    mmio.mmioGetInfo(file, info);
    assertThat(info.bufferLength()).isEqualTo(16);
    assertThat(mmio.mmioRead(file, address, 3)).isEqualTo(3);
    assertThat(data.get(0)).isEqualTo((byte) '3');
  }

  private void open(int size, int flags) throws Exception {
    file = tryOpen(size, flags | MMIO_READWRITE);
    assertThat(file).isNotEqualTo(0);
  }

  private long tryOpen(int size, int flags) throws Exception {
    around.put(
        GUARD, "0123456789abcdefghij".getBytes(US_ASCII), 0, Math.max(0, Math.min(size, 20)));
    info.ioProc(0);
    info.fccIoProc(0);
    info.buffer(given);
    info.bufferLength(size);
    info.info(0, 0);
    String name = "x";
    switch (kind) {
      case CUSTOM -> info.ioProc(new RecordingProcedure("0123456789").address());
      case ORDINARY -> name = Files.writeString(folder.resolve("file"), "0123456789").toString();
      case MEMORY -> info.fccIoProc(FourCc.MEM.value());
    }
    return mmio.mmioOpen(kind == Kind.MEMORY ? null : AnsiText.encode(name), info, flags);
  }

  private void fill(int size) {
    for (int i = 0; i < around.capacity(); i++) {
      around.put(i, isOutside(i, size) ? UNTOUCHED : 0);
    }
  }

  private static boolean isOutside(int index, int size) {
    return index < GUARD || index >= GUARD + size;
  }

  private boolean isUntouched(int size) {
    return isUntouched(0, GUARD) && isUntouched(GUARD + size, around.capacity());
  }

  private boolean isUntouched(int from, int to) {
    return around.slice(from, to - from).mismatch(UNTOUCHED_ALL.slice(from, to - from)) == -1;
  }

  private String call(int size) {
    int count = random.nextInt(40);
    int kind = random.nextInt(10);
    if (mmio.mmioSeek(file, 0, SEEK_CUR) > FAR) { // A chunk's size led there. Do not write there.
      mmio.mmioSeek(file, 0, SEEK_SET);
    }
    switch (kind) {
      case 0, 1 -> read(count);
      case 2, 3 -> mmio.mmioWrite(file, address, count);
      case 4 -> mmio.mmioSeek(file, count - 10, random.nextInt(SEEK_END + 1));
      case 5 -> mmio.mmioFlush(file, random.nextInt(2) * MMIO_EMPTYBUF);
      case 6 -> mmio.mmioSetBuffer(file, given, random.nextInt(size + 1), 0);
      case 7 -> {
        mmio.mmioGetInfo(file, info);
        mmio.mmioAdvance(file, info, random.nextInt(2) * MMIO_WRITE);
      }
      case 8 -> mmio.mmioDescend(file, chunk, null, random.nextInt(2) * MMIO_FINDCHUNK);
      default -> {
        mmio.mmioCreateChunk(file, chunk, random.nextInt(4) * MMIO_CREATERIFF);
        mmio.mmioAscend(file, chunk, 0);
      }
    }
    return kind + " " + count;
  }

  private void read(int count) {
    data.put(0, new byte[count]);
    int read = mmio.mmioRead(file, address, count);
    for (int i = 0; i < read; i++) {
      assertThat(data.get(i)).isNotEqualTo(UNTOUCHED);
    }
  }
}
