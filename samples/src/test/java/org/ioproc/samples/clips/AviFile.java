package org.ioproc.samples.clips;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an AVI file with one video stream and an index. See Microsoft, "AVI RIFF File Reference".
 */
final class AviFile {

  private static final String FRAME = "00dc";
  private static final int HAS_INDEX = 0x10;
  private static final int KEY_FRAME = 0x10;

  private final String codec;
  private final int bitsPerPixel;
  private final int width;
  private final int height;
  private final int framesPerSecond;
  private final List<byte[]> frames = new ArrayList<>();
  private final ByteArrayOutputStream index = new ByteArrayOutputStream();
  private int position = 4;
  private int largest;

  AviFile(VideoEncoder encoder, int width, int height, int framesPerSecond) {
    this.codec = encoder.codec();
    this.bitsPerPixel = encoder.bitsPerPixel();
    this.width = width;
    this.height = height;
    this.framesPerSecond = framesPerSecond;
  }

  void add(byte[] frame, boolean key) {
    byte[] chunk = chunk(FRAME, frame);
    index.writeBytes(
        buffer(16)
            .put(ascii(FRAME))
            .putInt(key ? KEY_FRAME : 0)
            .putInt(position)
            .putInt(frame.length)
            .array());
    frames.add(chunk);
    position += chunk.length;
    largest = Math.max(largest, frame.length);
  }

  /** Returns the file's content. */
  byte[] content() {
    byte[] stream = list("strl", chunk("strh", streamHeader()), chunk("strf", bitmapHeader()));
    return chunk(
        "RIFF",
        ascii("AVI "),
        list("hdrl", chunk("avih", mainHeader()), stream),
        list("movi", frames.toArray(new byte[0][])),
        chunk("idx1", index.toByteArray()));
  }

  private byte[] mainHeader() {
    return buffer(56)
        .putInt(1_000_000 / framesPerSecond)
        .putInt(largest * framesPerSecond)
        .putInt(0)
        .putInt(HAS_INDEX)
        .putInt(frames.size())
        .putInt(0)
        .putInt(1) // stream
        .putInt(largest)
        .putInt(width)
        .putInt(height)
        .array();
  }

  private byte[] streamHeader() {
    return buffer(56)
        .put(ascii("vids"))
        .put(ascii(codec))
        .putInt(0)
        .putInt(0)
        .putInt(0)
        .putInt(1)
        .putInt(framesPerSecond)
        .putInt(0)
        .putInt(frames.size())
        .putInt(largest)
        .putInt(-1) // the quality, not known
        .putInt(0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) width)
        .putShort((short) height)
        .array();
  }

  private byte[] bitmapHeader() {
    return buffer(40)
        .putInt(40)
        .putInt(width)
        .putInt(height)
        .putShort((short) 1)
        .putShort((short) bitsPerPixel)
        .put(ascii(codec))
        .putInt(width * height * bitsPerPixel / 8)
        .array();
  }

  private static byte[] list(String type, byte[]... chunks) {
    return chunk("LIST", ascii(type), join(chunks));
  }

  private static byte[] chunk(String id, byte[]... parts) {
    byte[] data = join(parts);
    return buffer(8 + data.length + data.length % 2)
        .put(ascii(id))
        .putInt(data.length)
        .put(data)
        .array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
