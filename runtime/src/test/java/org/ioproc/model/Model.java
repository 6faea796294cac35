package org.ioproc.model;

import java.util.Arrays;

/** A file is bytes and a position. */
final class Model {

  private byte[] bytes;
  private int position;

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

  /** Other bytes, and the same position. */
  void bytes(byte[] others) {
    bytes = others.clone();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** How many bytes there are from the position on, at most so many. */
  int readable(int count) {
    return Math.max(0, Math.min(count, bytes.length - position));
  }

  /** The next bytes; the position stays. */
  byte[] next(int count) {
    return count == 0 ? new byte[0] : Arrays.copyOfRange(bytes, position, position + count);
  }

  /** Behind the end there are zeros up to what is written. */
  void write(byte[] source, int count) {
    if (count > 0) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length, position + count));
      System.arraycopy(source, 0, bytes, position, count);
      position += count;
    }
  }
}
