package org.ioproc.samples.demo;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.ioproc.MmioOption;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioChunk;
import org.ioproc.mmio.MmioFile;

/**
 * The content of a WAV file that a program opens through mmio. Nothing here depends on where the
 * file is: only the I/O procedure knows that.
 *
 * @param chunks the RIFF chunk and the chunks in it
 * @param format the format of the samples
 * @param dataSize the size of the samples in the file, in bytes
 * @param waveform the samples, summarized for drawing
 * @param size the size of the file, in bytes
 * @param digest the SHA-256 of the file, in hexadecimal
 */
record WaveReading(
    WaveChunks chunks,
    WaveFormat format,
    long dataSize,
    Waveform waveform,
    long size,
    String digest) {

  private static final int BLOCK = 1 << 16;
  private static final int MAX_FORMAT_SIZE = 1 << 10;

  static WaveReading of(Mmio mmio, String name, DemoProgress progress) throws IOException {
    try (MmioFile file = mmio.open(name, READ, MmioOption.BUFFERED)) {
      WaveChunks chunks = WaveChunks.of(file);
      WaveFormat format = WaveFormat.of(content(file, chunks.require("fmt ")));
      format.requireDrawable();
      MmioChunk data = chunks.require("data");
      long dataSize = chunks.sizeInFile(data);
      file.position(data.dataOffset());
      Waveform waveform = waveform(file, dataSize, format, progress);
      long size = file.size();
      String digest = digest(file, size, progress);
      return new WaveReading(chunks, format, dataSize, waveform, size, digest);
    }
  }

  private static ByteBuffer content(MmioFile file, MmioChunk chunk) throws IOException {
    ByteBuffer content = buffer((int) Math.min(chunk.size(), MAX_FORMAT_SIZE));
    file.position(chunk.dataOffset());
    fill(file, content);
    return content.flip();
  }

  private static Waveform waveform(
      MmioFile file, long size, WaveFormat format, DemoProgress progress) throws IOException {
    Waveform waveform = new Waveform(format, size, WaveformPicture.WIDTH);
    ByteBuffer frames = buffer(Math.max(1, BLOCK / format.frameSize()) * format.frameSize());
    for (long left = size; left > 0; left -= frames.limit()) {
      frames.clear().limit((int) Math.min(frames.capacity(), left));
      fill(file, frames);
      waveform.add(frames.flip());
      progress.at(size - left, 2 * size);
      if (!frames.hasRemaining()) {
        break;
      }
    }
    return waveform;
  }

  /** Describes the format and the length. */
  String summary() {
    return String.format(
        Locale.ROOT, "%s, %.2f seconds, %,d bytes", format, format.seconds(dataSize), dataSize);
  }

  private static String digest(MmioFile file, long size, DemoProgress progress) throws IOException {
    MessageDigest digest = sha256();
    ByteBuffer block = buffer(BLOCK);
    long done = 0;
    file.position(0);
    while (file.read(block) > 0) {
      done += block.position();
      digest.update(block.flip());
      block.clear();
      progress.at(size + done, 2 * size);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) { // Every Java runtime must have it.
      throw new IllegalStateException(impossible);
    }
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void fill(MmioFile file, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining() && file.read(buffer) > 0) {
      // Repeat until the buffer is full or the file ends.
    }
  }
}
