package org.ioproc.samples;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/**
 * How a WAV file's samples are written: the content of its {@code fmt } chunk.
 *
 * <p>Source: Microsoft, "WAVEFORMATEX structure" and "WAVEFORMATEXTENSIBLE structure".
 *
 * @param tag the kind of coding; {@link #PCM} is the only one that can be drawn
 * @param channels how many
 * @param rate frames a second
 * @param frameSize bytes for one sample of each channel
 * @param bits of one sample
 */
record WaveFormat(int tag, int channels, int rate, int frameSize, int bits) {

  static final int PCM = 1;

  private static final int EXTENSIBLE = 0xFFFE;
  private static final int MOST_CHANNELS = 8;
  private static final int SMALLEST = 16;
  private static final int SUBFORMAT = 24;

  /**
   * The format in a chunk.
   *
   * @param chunk its content, little-endian, from 0 to its limit
   */
  static WaveFormat of(ByteBuffer chunk) throws MmioException {
    if (chunk.limit() < SMALLEST) {
      throw unusable("a fmt chunk of " + chunk.limit() + " bytes");
    }
    int tag = Short.toUnsignedInt(chunk.getShort(0));
    boolean extended = tag == EXTENSIBLE && chunk.limit() >= SUBFORMAT + Short.BYTES;
    return new WaveFormat(
        extended ? Short.toUnsignedInt(chunk.getShort(SUBFORMAT)) : tag,
        Short.toUnsignedInt(chunk.getShort(2)),
        chunk.getInt(4),
        Short.toUnsignedInt(chunk.getShort(12)),
        Short.toUnsignedInt(chunk.getShort(14)));
  }

  void requireDrawable() throws MmioException {
    boolean consistent =
        channels > 0 && channels <= MOST_CHANNELS && rate > 0 && frameSize == channels * bits / 8;
    if (tag != PCM || !consistent || bits % 8 != 0 || bits < 8 || bits > 32) {
      throw unusable(this.toString());
    }
  }

  private static MmioException unusable(String what) {
    return new MmioException(
        MmioError.INVALID_FILE,
        "the demo draws PCM of 8 to 32 bits and up to 8 channels; this is " + what);
  }

  /** A sample between -1 and 1. */
  float sample(ByteBuffer frames, int index) {
    return switch (bits) {
      case 8 -> (Byte.toUnsignedInt(frames.get(index)) - 128) / 0x1p7f;
      case 16 -> frames.getShort(index) / 0x1p15f;
      case 24 -> sample24(frames, index) / 0x1p23f;
      default -> frames.getInt(index) / 0x1p31f;
    };
  }

  private static int sample24(ByteBuffer frames, int index) {
    return (frames.getShort(index + 1) << 8) + Byte.toUnsignedInt(frames.get(index));
  }

  double seconds(long bytes) {
    return (double) bytes / frameSize / rate;
  }

  @Override
  public String toString() {
    return (tag == PCM ? "PCM" : "coding " + tag)
        + (channels == 1
            ? ", mono, "
            : channels == 2 ? ", stereo, " : ", " + channels + " channels, ")
        + rate
        + " Hz, "
        + bits
        + " bit";
  }
}
