package org.ioproc.hostile;

import java.nio.ByteBuffer;

/** What a file holds: in the procedure, and in the model of the program that opened it. */
final class ModelBytes {

  static final int MOST = 8192;

  private final byte[] bytes = new byte[MOST];
  private int size;

  /** Every file of a name begins with the same content, and files of other names with other. */
  ModelBytes(String name) {
    int hash = name.hashCode() * 0x9E3779B1;
    size = (hash >>> 20) % 3000;
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (hash + i * (hash >>> 8 | 1));
    }
  }

  int size() {
    return size;
  }

  int readable(long position, int count) {
    return (int) Math.max(0, Math.min(count, size - position));
  }

  void read(ByteBuffer buffer, int position, int count) {
    if (count > 0) { // A position may be anywhere.
      buffer.put(bytes, position, count);
    }
  }

  void write(ByteBuffer buffer, int position, int count) {
    buffer.get(bytes, position, count);
    size = Math.max(size, position + count);
  }

  /** Whether a buffer has the bytes from a position on. */
  boolean isAt(int position, ByteBuffer buffer) {
    return buffer.equals(ByteBuffer.wrap(bytes, position, buffer.remaining()));
  }
}
