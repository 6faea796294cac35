package org.ioproc.model;

import java.util.Arrays;

/** The model of a file: bytes and a position. */
final class Model {

  private byte[] bytes;
  private int position;
  private int created;

  Model(byte[] content) {
    this.bytes = content.clone();
  }

  int size() {
    return bytes.length;
  }

  int position() {
    return position;
  }

  void position(int target) {
    position = target;
  }

  /** Replaces the bytes without moving the position. */
  void bytes(byte[] others) {
    bytes = others.clone();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Returns how many bytes can be read at the position, but at most the count. */
  int readable(int count) {
    return Math.max(0, Math.min(count, bytes.length - position));
  }

  /** Returns the next bytes without moving the position. */
  byte[] next(int count) {
    return count == 0 ? new byte[0] : Arrays.copyOfRange(bytes, position, position + count);
  }

  /** Returns bytes to write, whose values show when they were created. None is 0 or -1. */
  byte[] newBytes(int count) {
    byte[] others = new byte[count];
    for (int i = 0; i < count; i++) {
      others[i] = (byte) (1 + created++ % 250);
    }
    return others;
  }

  /** Writes at the position, and fills a gap after the end with zeros. */
  void write(byte[] source, int count) {
    if (count > 0) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length, position + count));
      System.arraycopy(source, 0, bytes, position, count);
      position += count;
    }
  }
}
