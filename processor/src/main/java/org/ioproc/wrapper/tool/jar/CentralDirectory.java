package org.ioproc.wrapper.tool.jar;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the list at the end of a zip file, and where its entries are. */
final class CentralDirectory {

  static final int END_MARK = 0x06054B50;
  private static final int ZIP64_MARK = 0x07064B50;
  static final int ENTRY_MARK = 0x02014B50;
  static final int LOCAL_MARK = 0x04034B50;
  static final int END_SIZE = 22;
  static final int ENTRY_SIZE = 46;
  static final int LOCAL_SIZE = 30;
  private static final int ZIP64_SIZE = 20;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int IN_ZIP64 = -1;
  private static final int ENCRYPTED = 1;
  static final int STORED = 0;
  static final int DEFLATED = 8;

  private final Source source;

  /** The position of the directory. */
  private long start;

  /** The position that the file's offsets are relative to: not 0 after a launch script. */
  private long origin;

  CentralDirectory(Source source) {
    this.source = source;
  }

  /** Returns the entries in the order of the directory. */
  List<Entry> read() throws IOException {
    try {
      ByteBuffer end = end();
      int count = Short.toUnsignedInt(end.getShort(10));
      ByteBuffer directory = source.buffer(start, end.getInt(12));
      List<Entry> entries = new ArrayList<>();
      while (directory.hasRemaining()) {
        entries.add(entry(directory));
      }
      if (entries.size() != count) {
        throw damaged();
      }
      return entries;
    } catch (BufferUnderflowException | IndexOutOfBoundsException shortened) {
      throw damaged();
    }
  }

  /** Finds the record at the end of the file, whose comment reaches just to the end. */
  private ByteBuffer end() throws IOException {
    int length = (int) Math.min(source.size(), END_SIZE + ZIP64_SIZE + LONGEST_COMMENT);
    ByteBuffer tail = source.buffer(source.size() - length, length);
    for (int at = length - END_SIZE; at >= 0; at--) {
      int comment = length - END_SIZE - at;
      if (tail.getInt(at) == END_MARK && Short.toUnsignedInt(tail.getShort(at + 20)) == comment) {
        boolean isZip64 = at >= ZIP64_SIZE && tail.getInt(at - ZIP64_SIZE) == ZIP64_MARK;
        return checked(tail.slice(at, END_SIZE).order(tail.order()), isZip64, comment);
      }
    }
    throw new IOException("it is not a zip file, or its end is missing");
  }

  private ByteBuffer checked(ByteBuffer end, boolean isZip64, int comment) throws IOException {
    int size = end.getInt(12);
    int offset = end.getInt(16);
    if (isZip64 || size == IN_ZIP64 || offset == IN_ZIP64) {
      throw new IOException("it is in the Zip64 format; jars need it only beyond 65,535 entries");
    }
    start = source.size() - END_SIZE - comment - Integer.toUnsignedLong(size);
    origin = start - Integer.toUnsignedLong(offset);
    if (origin < 0 || size < 0 || end.getInt(4) != 0) {
      throw damaged();
    }
    return end;
  }

  private Entry entry(ByteBuffer directory) throws IOException {
    ByteBuffer fixed = next(directory, ENTRY_SIZE);
    if (fixed.getInt(0) != ENTRY_MARK) {
      throw damaged();
    }
    ByteBuffer bytes = next(directory, Short.toUnsignedInt(fixed.getShort(28)));
    next(directory, Short.toUnsignedInt(fixed.getShort(30)));
    next(directory, Short.toUnsignedInt(fixed.getShort(32)));
    String name = name(bytes);
    int method = fixed.getShort(10);
    if ((fixed.getShort(8) & ENCRYPTED) != 0) {
      throw new IOException("its entry " + name + " is encrypted");
    }
    if (method != STORED && method != DEFLATED) {
      throw new IOException(
          "its entry %s is compressed by method %d, which Java does not know"
              .formatted(name, method));
    }
    int compressed = size(name, fixed.getInt(20));
    long position = position(bytes, Integer.toUnsignedLong(fixed.getInt(42)), compressed);
    int size = size(name, fixed.getInt(24));
    return new Entry(
        name, method == DEFLATED, fixed.getInt(16), compressed, size, source, position);
  }

  private static ByteBuffer next(ByteBuffer bytes, int length) {
    ByteBuffer part = bytes.slice(bytes.position(), length).order(bytes.order());
    bytes.position(bytes.position() + length);
    return part;
  }

  private static String name(ByteBuffer bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException failure) {
      throw new IOException("the name of an entry is not in UTF-8", failure);
    }
  }

  private static int size(String name, int size) throws IOException {
    if (size < 0) {
      throw new IOException("its entry " + name + " is larger than 2 GB");
    }
    return size;
  }

  /** Returns the position of an entry's bytes, which follow its second header. */
  private long position(ByteBuffer name, long offset, int compressed) throws IOException {
    long at = origin + offset;
    if (at + LOCAL_SIZE + name.capacity() > start) {
      throw damaged();
    }
    ByteBuffer local = source.buffer(at, LOCAL_SIZE + name.capacity());
    int nameLength = Short.toUnsignedInt(local.getShort(26));
    long position = at + LOCAL_SIZE + nameLength + Short.toUnsignedInt(local.getShort(28));
    if (local.getInt(0) != LOCAL_MARK
        || nameLength != name.capacity()
        || !local.slice(LOCAL_SIZE, nameLength).equals(name)
        || position + compressed > start) {
      throw damaged();
    }
    return position;
  }

  private static IOException damaged() {
    return new IOException("its list of entries is damaged");
  }
}
