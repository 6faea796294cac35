package org.ioproc.samples.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Creates valid and invalid WAV files for tests. */
final class WaveFiles {

  /** The part of a subformat's GUID that follows the tag. */
  private static final byte[] SUBFORMAT = {
    0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
  };

  private WaveFiles() {}

  /** Returns a format chunk: 16 bits, mono. */
  static byte[] usualFormat() {
    return format(1, 1, 8000, 2, 16);
  }

  /** Returns a chunk {@code fmt }. */
  static byte[] format(int tag, int channels, long rate, int frameSize, int bits) {
    return chunk("fmt ", formatData(16, tag, channels, rate, frameSize, bits).array());
  }

  /** Returns a chunk {@code fmt } with a subformat. */
  static byte[] extensible(int tag, int channels, int bits, int validBits, int frameSize) {
    return chunk(
        "fmt ",
        formatData(40, 0xFFFE, channels, 8000, frameSize, bits)
            .putShort((short) 22)
            .putShort((short) validBits)
            .putInt(0)
            .putShort((short) tag)
            .put(SUBFORMAT)
            .array());
  }

  private static ByteBuffer formatData(
      int size, int tag, int channels, long rate, int frameSize, int bits) {
    return buffer(size)
        .putShort((short) tag)
        .putShort((short) channels)
        .putInt((int) rate)
        .putInt((int) (rate * frameSize))
        .putShort((short) frameSize)
        .putShort((short) bits);
  }

  /** Returns a chunk {@code ds64}, which contains the real sizes of an RF64 file. */
  static byte[] ds64(long riffSize, long dataSize) {
    return chunk("ds64", buffer(28).putLong(riffSize).putLong(dataSize).array());
  }

  static byte[] chunk(String id, byte[] data) {
    return chunk(id, data.length, data);
  }

  /** Returns a chunk that claims a size. */
  static byte[] chunk(String id, long size, byte[] data) {
    return buffer(8 + data.length + data.length % 2)
        .put(id.getBytes(StandardCharsets.ISO_8859_1))
        .putInt((int) size)
        .put(data)
        .array();
  }

  static byte[] wave(byte[]... chunks) {
    byte[] content = join(chunks);
    return riff("RIFF", 4 + content.length, content);
  }

  /** Returns a file whose outermost chunk claims a size. */
  static byte[] riff(String id, long size, byte[]... chunks) {
    return join(chunk(id, size, join("WAVE".getBytes(StandardCharsets.ISO_8859_1), join(chunks))));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
