package org.ioproc.internal.beside;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * One unit of the protocol: a kind, a number and values, little-endian. A thread uses its frames
 * again for all its messages.
 *
 * <p>Threads: a frame belongs to one thread at a time.
 */
final class Frame {

  private static final int USUAL = 16 * 1024;

  /** How much of a payload is kept if memory runs out: more than a message's numbers. */
  private static final int BEGINNING = 128;

  private byte[] array = new byte[USUAL];
  private ByteBuffer bytes = littleEndian(array);
  private boolean whole;

  private static ByteBuffer littleEndian(byte[] array) {
    return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads the next frame. If memory runs out, reads its beginning and skips the rest.
   *
   * @return false if the stream ends before it
   * @throws ProtocolException if its size is impossible
   * @throws IOException if the stream ends within the frame
   */
  boolean read(InputStream stream) throws IOException {
    int length = stream.readNBytes(array, 0, Protocol.HEADER);
    if (length == 0) {
      return false;
    }
    requireWhole(length, Protocol.HEADER);
    int size = bytes.getInt(0);
    if (size < 0 || size > Protocol.LARGEST_FRAME) {
      throw new ProtocolException(
          "A frame must have at most "
              + Protocol.LARGEST_FRAME
              + " bytes; this one has "
              + Integer.toUnsignedString(size)
              + ".");
    }
    int room = roomFor(size);
    requireWhole(stream.readNBytes(array, Protocol.HEADER, room), room);
    skip(stream, Protocol.HEADER + room, size - room);
    whole = room == size;
    bytes.limit(Protocol.HEADER + room).position(Protocol.HEADER);
    return true;
  }

  private static void requireWhole(int length, int expected) throws EOFException {
    if (length < expected) {
      throw new EOFException("The pipe ended after " + length + " of " + expected + " bytes.");
    }
  }

  /** Returns how many bytes of a payload fit: all, unless memory runs out. */
  private int roomFor(int size) {
    try {
      reserve(Protocol.HEADER, size);
      return size;
    } catch (OutOfMemoryError full) {
      return BEGINNING;
    }
  }

  /** Reads bytes over what is after a position, because a stream cannot skip bytes of a pipe. */
  private void skip(InputStream stream, int position, int count) throws IOException {
    int left = count;
    while (left > 0) {
      int piece = Math.min(left, array.length - position);
      requireWhole(stream.readNBytes(array, position, piece), piece);
      left -= piece;
    }
  }

  /** Returns whether there was memory for the whole frame. */
  boolean isWhole() {
    return whole;
  }

  /** Begins a frame to write. */
  void begin(int kind, int number) {
    bytes.clear().position(Integer.BYTES);
    bytes.putInt(kind).putInt(number);
  }

  /** Writes the frame in one piece, so that frames of several threads do not mix. */
  void write(OutputStream stream) throws IOException {
    int size = bytes.position();
    bytes.putInt(0, size - Protocol.HEADER);
    stream.write(array, 0, size);
    stream.flush();
  }

  int kind() {
    return bytes.getInt(Integer.BYTES);
  }

  int number() {
    return bytes.getInt(2 * Integer.BYTES);
  }

  int getInt() throws ProtocolException {
    require(Integer.BYTES);
    return bytes.getInt();
  }

  long getLong() throws ProtocolException {
    require(Long.BYTES);
    return bytes.getLong();
  }

  /** Reads a text; null for a null pointer. */
  @Nullable String getText() throws ProtocolException {
    int length = getInt();
    if (length == Protocol.NO_TEXT) {
      return null;
    }
    long size = Integer.toUnsignedLong(length) * Character.BYTES;
    require(size);
    ByteBuffer units = bytes.slice(bytes.position(), (int) size);
    bytes.position(bytes.position() + units.capacity());
    return units.order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().toString();
  }

  /** Copies the rest of the frame to the beginning of a buffer. */
  void getRest(ByteBuffer target) {
    target.put(0, bytes, bytes.position(), bytes.remaining());
  }

  int remaining() {
    return bytes.remaining();
  }

  private void require(long count) throws ProtocolException {
    if (count > bytes.remaining()) {
      throw new ProtocolException(
          "A frame must have the values of its kind; this one ends "
              + (count - bytes.remaining())
              + " bytes too early.");
    }
  }

  /** Requires that all values have been read. */
  void requireEnd() throws ProtocolException {
    if (bytes.hasRemaining()) {
      throw new ProtocolException(
          "A frame must have only the values of its kind; this one has "
              + bytes.remaining()
              + " more bytes.");
    }
  }

  Frame putInt(int value) {
    reserve(bytes.position(), Integer.BYTES);
    bytes.putInt(value);
    return this;
  }

  Frame putLong(long value) {
    reserve(bytes.position(), Long.BYTES);
    bytes.putLong(value);
    return this;
  }

  Frame putText(@Nullable String text) {
    if (text == null) {
      return putInt(Protocol.NO_TEXT);
    }
    putInt(text.length());
    reserve(bytes.position(), text.length() * Character.BYTES);
    for (int i = 0; i < text.length(); i++) {
      bytes.putChar(text.charAt(i));
    }
    return this;
  }

  /** Appends bytes from the beginning of a buffer. */
  void putBytes(ByteBuffer source, int count) {
    reserve(bytes.position(), count);
    bytes.put(bytes.position(), source, 0, count);
    bytes.position(bytes.position() + count);
  }

  /** Makes room after a position, and keeps what is before it. */
  private void reserve(int position, int count) {
    int needed = position + count;
    if (needed > array.length) {
      byte[] larger = new byte[Math.max(needed, 2 * array.length)];
      System.arraycopy(array, 0, larger, 0, position);
      bytes = littleEndian(larger).position(position);
      array = larger;
    } else {
      bytes.limit(array.length);
    }
  }
}
