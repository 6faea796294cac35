package org.ioproc.samples;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioChunk;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.MmioFlag;

/**
 * What a program learns from a WAV file that it opens through mmio. There is nothing in here about
 * where the file is: that is the I/O procedure's business.
 *
 * @param chunks the RIFF chunk and those in it
 * @param format how the samples are written
 * @param dataSize of the samples, in bytes
 * @param waveform the samples, summed up
 * @param size of the file, in bytes
 * @param digest the SHA-256 of all its bytes
 */
record WaveReading(
    List<MmioChunk> chunks,
    WaveFormat format,
    long dataSize,
    Waveform waveform,
    long size,
    String digest) {

  private static final int BLOCK = 1 << 16;
  private static final int LARGEST_FORMAT = 1 << 10;

  static WaveReading of(Mmio mmio, String name) throws IOException {
    try (MmioFile file = mmio.open(name, MmioFlag.READ, MmioFlag.ALLOCBUF)) {
      long size = file.size();
      MmioChunk riff = file.findRiff(FourCc.of("WAVE"));
      List<MmioChunk> chunks = chunks(file, riff, size);
      WaveFormat format = WaveFormat.of(content(file, chunk(chunks, "fmt "), LARGEST_FORMAT));
      format.requireDrawable();
      MmioChunk data = chunk(chunks, "data");
      requireWhole(name, data, size);
      Waveform waveform = waveform(file, data, format);
      return new WaveReading(chunks, format, data.size(), waveform, size, digest(file));
    }
  }

  /** The RIFF chunk, then each chunk in it. */
  private static List<MmioChunk> chunks(MmioFile file, MmioChunk riff, long size)
      throws IOException {
    List<MmioChunk> chunks = new ArrayList<>(List.of(riff));
    long end = Math.min(riff.dataOffset() + riff.size(), size);
    while (file.position() + 2 * Integer.BYTES <= end) {
      MmioChunk chunk = file.descend(riff);
      chunks.add(chunk);
      file.ascend(chunk);
    }
    return chunks;
  }

  private static MmioChunk chunk(List<MmioChunk> chunks, String id) throws MmioException {
    return chunks.stream()
        .filter(chunk -> chunk.id().equals(FourCc.of(id)))
        .findFirst()
        .orElseThrow(
            () ->
                new MmioException(
                    MmioError.CHUNK_NOT_FOUND, "the file has no chunk \"" + id + "\""));
  }

  private static void requireWhole(String name, MmioChunk data, long size) throws MmioException {
    long there = size - data.dataOffset();
    if (data.size() > there) {
      throw new MmioException(
          MmioError.INVALID_FILE,
          name
              + " is cut short: it should have "
              + data.size()
              + " bytes of sound and has "
              + there);
    }
  }

  private static ByteBuffer content(MmioFile file, MmioChunk chunk, int most) throws IOException {
    ByteBuffer content = buffer((int) Math.min(chunk.size(), most));
    file.position(chunk.dataOffset());
    fill(file, content);
    return content.flip();
  }

  private static Waveform waveform(MmioFile file, MmioChunk data, WaveFormat format)
      throws IOException {
    Waveform waveform = new Waveform(format, data.size(), WaveformPicture.WIDTH);
    ByteBuffer frames = buffer(Math.max(1, BLOCK / format.frameSize()) * format.frameSize());
    file.position(data.dataOffset());
    for (long left = data.size(); left > 0; left -= frames.limit()) {
      frames.clear().limit((int) Math.min(frames.capacity(), left));
      fill(file, frames);
      waveform.add(frames.flip());
      if (!frames.hasRemaining()) {
        break;
      }
    }
    return waveform;
  }

  /** Format and length, for a person. */
  String summary() {
    return String.format(
        Locale.ROOT, "%s, %.2f seconds, %,d bytes", format, format.seconds(dataSize), dataSize);
  }

  private static String digest(MmioFile file) throws IOException {
    MessageDigest digest = sha256();
    ByteBuffer block = buffer(BLOCK);
    file.position(0);
    while (file.read(block) > 0) {
      digest.update(block.flip());
      block.clear();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) { // Every Java has it.
      throw new IllegalStateException(impossible);
    }
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void fill(MmioFile file, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining() && file.read(buffer) > 0) {
      // Until it is full or the file ends.
    }
  }
}
