package org.ioproc.wrapper.tool.jar;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A file or folder in an archive.
 *
 * @param name its name; a folder's name ends with a slash
 * @param isDeflated whether the bytes in the source are compressed
 * @param crc the CRC-32 of the content
 * @param compressedSize the number of bytes in the source
 * @param size the size of the content
 * @param source the archive's bytes
 * @param position the position of the entry's bytes in the source
 */
public record Entry(
    String name,
    boolean isDeflated,
    int crc,
    int compressedSize,
    int size,
    Source source,
    long position) {

  private static final int PIECE = 8192;

  /** The most bytes that one compressed byte can stand for. */
  private static final long HIGHEST_RATIO = 1032;

  /** Receives the content in pieces. */
  private interface Sink {
    void accept(byte[] piece, int length);
  }

  /** Returns an uncompressed entry. */
  static Entry stored(String name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    int size = content.length;
    return new Entry(name, false, (int) crc.getValue(), size, size, Source.of(content), 0);
  }

  Entry named(String newName) {
    return new Entry(newName, isDeflated, crc, compressedSize, size, source, position);
  }

  boolean isFolder() {
    return name.endsWith("/");
  }

  public boolean isClass() {
    return name.endsWith(".class");
  }

  byte[] compressed() throws IOException {
    return source.read(position, compressedSize);
  }

  /** Reads the content, and checks it. */
  public byte[] content() throws IOException {
    checkSizes();
    byte[] content = new byte[size];
    int[] end = {0};
    inflate(
        (piece, length) -> {
          System.arraycopy(piece, 0, content, end[0], length);
          end[0] += length;
        });
    return content;
  }

  /** Checks that the content can be read, and has its size and CRC-32. */
  void verify() throws IOException {
    checkSizes();
    inflate((piece, length) -> {});
  }

  /** Refuses sizes that cannot be true before memory is reserved for them. */
  private void checkSizes() throws IOException {
    boolean isPossible =
        isDeflated ? size <= HIGHEST_RATIO * compressedSize : size == compressedSize;
    if (!isPossible) {
      throw new DamagedEntryException(name);
    }
  }

  private void inflate(Sink sink) throws IOException {
    CRC32 actual = new CRC32();
    Sink counted =
        (piece, length) -> {
          actual.update(piece, 0, length);
          sink.accept(piece, length);
        };
    byte[] bytes = compressed();
    boolean isComplete = true;
    if (!isDeflated) {
      counted.accept(bytes, size);
    } else if (bytes.length > 0) {
      isComplete = inflate(bytes, counted);
    }
    if (!isComplete || (int) actual.getValue() != crc) {
      throw new DamagedEntryException(name);
    }
  }

  /** Inflates up to the entry's size. Returns whether all bytes were needed for just this size. */
  private boolean inflate(byte[] bytes, Sink sink) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes);
      byte[] piece = new byte[PIECE];
      while (!inflater.finished()) {
        int length = inflater.inflate(piece);
        boolean isStuck = length == 0 && !inflater.finished();
        if (isStuck || inflater.getBytesWritten() > size) {
          return false;
        }
        sink.accept(piece, length);
      }
      return inflater.getBytesWritten() == size && inflater.getRemaining() == 0;
    } catch (DataFormatException damaged) {
      return false;
    } finally {
      inflater.end();
    }
  }
}
