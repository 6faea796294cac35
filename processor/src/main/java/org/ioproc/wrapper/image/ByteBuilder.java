package org.ioproc.wrapper.image;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Collects little-endian bytes. */
final class ByteBuilder {

  private ByteBuffer buffer = empty(1024);

  private static ByteBuffer empty(int capacity) {
    return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  int size() {
    return buffer.position();
  }

  ByteBuilder int16(int value) {
    ensureRoom(2).putShort((short) value);
    return this;
  }

  ByteBuilder int32(int... values) {
    for (int value : values) {
      ensureRoom(4).putInt(value);
    }
    return this;
  }

  ByteBuilder bytes(byte[] bytes) {
    ensureRoom(bytes.length).put(bytes);
    return this;
  }

  ByteBuilder zeros(int count) {
    return bytes(new byte[count]);
  }

  /** Appends an ASCII text without a zero at its end. */
  ByteBuilder ascii(String text) {
    return bytes(text.getBytes(UTF_8));
  }

  /** Appends a text of single bytes and a zero. */
  ByteBuilder terminated(String text) {
    return ascii(text).zeros(1);
  }

  /** Appends a text of 16-bit characters without a zero at its end. */
  ByteBuilder wide(String text) {
    return bytes(text.getBytes(UTF_16LE));
  }

  /** Appends zeros up to a multiple of an alignment. */
  ByteBuilder align(int alignment) {
    return zeros(aligned(size(), alignment) - size());
  }

  /** Replaces two bytes. */
  ByteBuilder setInt16(int position, int value) {
    buffer.putShort(position, (short) value);
    return this;
  }

  byte[] toArray() {
    byte[] bytes = new byte[size()];
    buffer.get(0, bytes);
    return bytes;
  }

  private ByteBuffer ensureRoom(int count) {
    if (buffer.remaining() < count) {
      buffer = empty(2 * (size() + count)).put(buffer.flip());
    }
    return buffer;
  }

  /** Returns the next multiple of an alignment. */
  static int aligned(int value, int alignment) {
    return (value + alignment - 1) / alignment * alignment;
  }
}
