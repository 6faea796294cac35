package org.ioproc.hostile;

import java.nio.ByteBuffer;

/** The content of a file, both in the procedure and in the program's model. */
final class ModelBytes {

  static final int MAX_SIZE = 8192;

  private final byte[] bytes = new byte[MAX_SIZE];
  private int size;

  /** Creates the initial content of a file, which depends on its name. */
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
    if (count > 0) { // The position may be beyond the end.
      buffer.put(bytes, position, count);
    }
  }

  void write(ByteBuffer buffer, int position, int count) {
    buffer.get(bytes, position, count);
    size = Math.max(size, position + count);
  }

  /** Returns whether a buffer contains the bytes at a position. */
  boolean isAt(int position, ByteBuffer buffer) {
    return buffer.equals(ByteBuffer.wrap(bytes, position, buffer.remaining()));
  }
}
