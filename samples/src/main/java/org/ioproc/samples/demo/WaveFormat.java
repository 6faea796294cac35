package org.ioproc.samples.demo;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/**
 * The format of a WAV file's samples: the content of its {@code fmt } chunk.
 *
 * <p>Source: Microsoft, "WAVEFORMATEX structure" and "WAVEFORMATEXTENSIBLE structure".
 *
 * @param tag the coding of the samples; the demo can draw {@link #PCM} and {@link #FLOAT}
 * @param extensible whether the format says which bits of its bytes a sample uses
 * @param channels the number of channels
 * @param rate frames per second
 * @param frameSize the bytes in one frame, which is a sample of each channel
 * @param bits the bits in one sample
 */
record WaveFormat(int tag, boolean extensible, int channels, long rate, int frameSize, int bits) {

  static final int PCM = 1;
  static final int FLOAT = 3;

  private static final int EXTENSIBLE = 0xFFFE;
  private static final int MAX_CHANNELS = 8;
  private static final int MIN_SIZE = 16;

  private static final int VALID_BITS = 18;
  private static final int SUBFORMAT = 24;
  private static final int MIN_EXTENSIBLE_SIZE = 40;

  /** The bytes that follow the tag in the GUID of a subformat that has a tag. */
  private static final long SUBFORMAT_MIDDLE = 0x0010_0000_0000L;

  private static final long SUBFORMAT_END = 0x719B_3800_AA00_0080L;

  /**
   * Parses a chunk.
   *
   * @param chunk its content, little-endian, from 0 to its limit
   */
  static WaveFormat of(ByteBuffer chunk) throws MmioException {
    if (chunk.limit() < MIN_SIZE) {
      throw new MmioException(
          MmioError.INVALID_FILE,
          "the chunk \"fmt \" must have " + MIN_SIZE + " bytes; it has " + chunk.limit());
    }
    int tag = Short.toUnsignedInt(chunk.getShort(0));
    int bits = Short.toUnsignedInt(chunk.getShort(14));
    boolean extensible = tag == EXTENSIBLE && isKnownSubformat(chunk);
    int valid = extensible ? Short.toUnsignedInt(chunk.getShort(VALID_BITS)) : 0;
    return new WaveFormat(
        extensible ? Short.toUnsignedInt(chunk.getShort(SUBFORMAT)) : tag,
        extensible,
        Short.toUnsignedInt(chunk.getShort(2)),
        Integer.toUnsignedLong(chunk.getInt(4)),
        Short.toUnsignedInt(chunk.getShort(12)),
        valid == 0 ? bits : valid);
  }

  private static boolean isKnownSubformat(ByteBuffer chunk) {
    return chunk.limit() >= MIN_EXTENSIBLE_SIZE
        && chunk.getLong(SUBFORMAT) >>> Short.SIZE == SUBFORMAT_MIDDLE
        && chunk.getLong(SUBFORMAT + Long.BYTES) == SUBFORMAT_END;
  }

  void requireDrawable() throws MmioException {
    boolean possible =
        channels > 0 && channels <= MAX_CHANNELS && rate > 0 && frameSize % channels == 0;
    if (!possible || !(isPcm() || isFloat())) {
      throw new MmioException(
          MmioError.INVALID_FILE,
          "the demo draws only PCM of 1 to 32 bits and floats of 32 or 64 bits, in 1 to "
              + MAX_CHANNELS
              + " channels, and without unused bytes unless WAVE_FORMAT_EXTENSIBLE describes them;"
              + " this is "
              + this);
    }
  }

  /** Allows unused bytes only in WAVE_FORMAT_EXTENSIBLE: without it, their place is ambiguous. */
  private boolean isPcm() {
    return tag == PCM
        && bits > 0
        && sampleSize() <= Integer.BYTES
        && (extensible ? bits <= sampleSize() * 8 : sampleSize() == fewestBytes());
  }

  private boolean isFloat() {
    return tag == FLOAT && bits == sampleSize() * 8 && (bits == 32 || bits == 64);
  }

  /** Returns the number of bytes in one sample, unused ones included. */
  int sampleSize() {
    return frameSize / channels;
  }

  private int fewestBytes() {
    return (bits + 7) / 8;
  }

  /** Returns a sample between -1 and 1. Unused bits are the lowest ones, and 0. */
  float sample(ByteBuffer frames, int index) {
    float sample =
        switch (sampleSize()) {
          case 1 -> (Byte.toUnsignedInt(frames.get(index)) - 128) / 0x1p7f;
          case 2 -> frames.getShort(index) / 0x1p15f;
          case 3 -> sample24(frames, index) / 0x1p23f;
          case 4 -> tag == FLOAT ? frames.getFloat(index) : frames.getInt(index) / 0x1p31f;
          default -> (float) frames.getDouble(index);
        };
    return Float.isNaN(sample) ? 0 : Math.max(-1, Math.min(1, sample));
  }

  private static int sample24(ByteBuffer frames, int index) {
    return (frames.getShort(index + 1) << 8) + Byte.toUnsignedInt(frames.get(index));
  }

  double seconds(long bytes) {
    return (double) bytes / frameSize / rate;
  }

  @Override
  public String toString() {
    return coding()
        + (channels == 1
            ? ", mono, "
            : channels == 2 ? ", stereo, " : ", " + channels + " channels, ")
        + rate
        + " Hz, "
        + bits
        + " bit"
        + unusedBytes();
  }

  private String coding() {
    return switch (tag) {
      case PCM -> "PCM";
      case FLOAT -> "float";
      case 2 -> "Microsoft ADPCM (coding 2)";
      case 6 -> "A-law (coding 6)";
      case 7 -> "mu-law (coding 7)";
      case 0x11 -> "IMA ADPCM (coding 17)";
      case 0x55 -> "MP3 (coding 85)";
      case EXTENSIBLE -> "WAVE_FORMAT_EXTENSIBLE without a known subformat";
      default -> "coding " + tag;
    };
  }

  /** Describes the size of a sample or frame if it is not the smallest that holds the bits. */
  private String unusedBytes() {
    if (frameSize == channels * fewestBytes()) {
      return "";
    }
    return channels > 0 && frameSize % channels == 0 && frameSize > 0
        ? " in " + sampleSize() + " bytes"
        : " in frames of " + frameSize + " bytes";
  }
}
