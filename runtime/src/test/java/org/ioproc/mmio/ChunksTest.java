package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(ints = {0, 16, 8192})
final class ChunksTest {

  private static final FourCc WAVE = FourCc.of("WAVE");
  private static final FourCc DATA = FourCc.of("data");

  @Parameter int bufferSize;

  /**
   * Returns RIFF(WAVE) with fmt (16), LIST(INFO) with IART (3), and data (5), and after it tail
   * (2).
   */
  private static byte[] wave() {
    ByteBuffer file = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    chunk(file, "RIFF", 66).put(ascii("WAVE"));
    chunk(file, "fmt ", 16).put(new byte[16]);
    chunk(file, "LIST", 16).put(ascii("INFO"));
    chunk(file, "IART", 3).put(ascii("abc\0"));
    chunk(file, "data", 5).put(ascii("01234\0"));
    chunk(file, "tail", 2).put(ascii("zz"));
    return Arrays.copyOf(file.array(), file.position());
  }

  private static ByteBuffer chunk(ByteBuffer file, String id, int size) {
    return file.put(ascii(id)).putInt(size);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void theChunksOfAValidFileAreFound() throws IOException {
    try (MmioFile file = open(wave())) {
      MmioChunk riff = file.chunks().findRiff(WAVE);
      assertThat(riff.toString()).isEqualTo("chunk \"RIFF\" of type \"WAVE\" with 66 bytes at 8");
      assertThat(file.position()).isEqualTo(12);
      MmioChunk format = file.chunks().descend(riff);
      assertThat(format.toString()).isEqualTo("chunk \"fmt \" with 16 bytes at 20");
      assertThat(file.position()).isEqualTo(20);
      format.close();
      MmioChunk list = file.chunks().findList(FourCc.of("INFO"), riff);
      assertThat(file.position()).isEqualTo(48);
      MmioChunk artist = file.chunks().findChunk(FourCc.of("IART"), list);
      assertThat(artist.size()).isEqualTo(3);
      artist.close();
      assertThat(file.position()).isEqualTo(60);
      list.close();
      MmioChunk data = file.chunks().findChunk(DATA, riff);
      ByteBuffer read = ByteBuffer.allocate((int) data.size());
      file.read(read);
      assertThat(read.array()).isEqualTo(ascii("01234"));
      data.close();
      assertThat(file.position()).isEqualTo(74);
    }
  }

  @Test
  void aChunkEndsAfterThePadByte() throws IOException {
    try (MmioFile file = open(wave())) {
      MmioChunk riff = file.chunks().findRiff(WAVE);
      assertThat(riff.end()).isEqualTo(74);
      MmioChunk list = file.chunks().findList(null, riff);
      MmioChunk artist = file.chunks().descend(list);
      assertThat(artist.end()).isEqualTo(60);
      assertThat(list.end()).isEqualTo(60);
      file.position(0);
      artist.close();
      assertThat(file.position()).isEqualTo(60);
      file.position(0);
      artist.close();
      assertThat(file.position()).isEqualTo(0);
    }
  }

  @Test
  void aSearchEndsWithItsParent() throws IOException {
    try (MmioFile file = open(wave())) {
      MmioChunk riff = file.chunks().findRiff(WAVE);
      assertMissing(() -> file.chunks().findChunk(FourCc.of("tail"), riff));
      file.position(12);
      assertThat(file.chunks().findChunk(FourCc.of("tail"), null).dataOffset()).isEqualTo(82);
      assertMissing(() -> file.chunks().descend(riff));
    }
  }

  @Test
  void onlyTheRightTypeIsFound() throws IOException {
    try (MmioFile file = open(wave())) {
      assertMissing(() -> file.chunks().findRiff(FourCc.of("AVI ")));
      file.position(12);
      assertMissing(() -> file.chunks().findList(FourCc.of("movi"), null));
    }
  }

  @Test
  void aFailedDescendKeepsThePosition() throws IOException {
    try (MmioFile file = open("0123456".getBytes(StandardCharsets.US_ASCII))) {
      assertMissing(file.chunks()::descend);
      assertThat(file.position()).isEqualTo(0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 11, 12, 19, 40, 47, 60, 67})
  void theDataOfATruncatedFileIsMissing(int length) throws IOException {
    try (MmioFile file = open(Arrays.copyOf(wave(), length))) {
      assertMissing(
          () -> {
            MmioChunk riff = file.chunks().findRiff(WAVE);
            MmioChunk data = file.chunks().findChunk(DATA, riff);
            throw new AssertionError("found " + data);
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        -1,
        -2,
        -8,
        -16,
        -20,
        -28,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE - 20
      })
  void hostileSizesEndTheSearch(int size) throws IOException {
    byte[] bytes = wave();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(16, size);
    try (MmioFile file = open(bytes)) {
      MmioChunk riff = file.chunks().findRiff(WAVE);
      assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> assertMissing(() -> file.chunks().findChunk(DATA, riff)));
      file.position(12);
      MmioChunk format = file.chunks().descend(riff);
      assertThat(format.size()).isEqualTo(Integer.toUnsignedLong(size));
      if (format.dataOffset() + format.size() > Integer.MAX_VALUE) {
        MmioException failure = assertThrows(MmioException.class, () -> format.close());
        assertThat(failure.error()).isEqualTo(MmioError.CANNOT_SEEK);
      }
    }
  }

  @Test
  void aSizeIsUnsigned() throws IOException {
    byte[] bytes = wave();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, -2);
    try (MmioFile file = open(bytes)) {
      MmioChunk riff = file.chunks().findRiff(WAVE);
      assertThat(riff.size()).isEqualTo(0xFFFFFFFEL);
      assertThat(file.chunks().findChunk(DATA, riff).size()).isEqualTo(5);
    }
  }

  private static void assertMissing(Executable search) {
    assertThat(assertThrows(MmioException.class, search).error())
        .isEqualTo(MmioError.CHUNK_NOT_FOUND);
  }

  private MmioFile open(byte[] content) throws IOException {
    long address = new RecordingProcedure(content).address();
    return Mmio.newEmbedded().open("x", OpenParameters.byProcedure(address).buffer(bufferSize));
  }
}
