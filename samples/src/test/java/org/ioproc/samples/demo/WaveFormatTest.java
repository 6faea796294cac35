package org.ioproc.samples.demo;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that samples are read as numbers between -1 and 1. */
final class WaveFormatTest {

  @ParameterizedTest
  @CsvSource({
    "1, 8, 1, C0, 0.5",
    "1, 8, 1, 00, -1",
    "1, 12, 2, 0040, 0.5",
    "1, 16, 2, 00C0, -0.5",
    "1, 20, 3, 000040, 0.5",
    "1, 24, 3, 0000C0, -0.5",
    "1, 32, 4, 00000040, 0.5",
    "1, 32, 4, 00000080, -1",
    "3, 32, 4, 0000003F, 0.5",
    "3, 64, 8, 000000000000E0BF, -0.5",
    "3, 32, 4, 00000040, 1", // 2
    "3, 32, 4, 0000C07F, 0", // not a number
    "3, 32, 4, 000080FF, -1", // infinite
  })
  void readsSamples(int tag, int bits, int frameSize, String sample, float value)
      throws IOException {
    requireSample(WaveFiles.format(tag, 1, 8000, frameSize, bits), sample, value);
  }

  @ParameterizedTest
  @CsvSource({"20, 3, 000040, 0.5", "24, 4, 00000040, 0.5", "24, 4, 000000C0, -0.5"})
  void readsSamplesInMoreBytesThanTheyNeed(int bits, int frameSize, String sample, float value)
      throws IOException {
    requireSample(WaveFiles.extensible(1, 1, frameSize * 8, bits, frameSize), sample, value);
  }

  private static void requireSample(byte[] chunk, String sample, float value) throws IOException {
    WaveFormat format = WaveFormat.of(buffer(Arrays.copyOfRange(chunk, 8, chunk.length)));
    format.requireDrawable();
    assertThat(format.sample(buffer(HexFormat.of().parseHex(sample)), 0)).isEqualTo(value);
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
