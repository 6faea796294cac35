package org.ioproc.samples.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An entry's header in a central directory. One object reads all headers in turn, because an
 * archive may have millions.
 *
 * <p>Source: PKWARE, "APPNOTE.TXT", 4.3.12, 4.3.13 and 4.5.
 */
final class EntryHeader {

  private static final int SIGNATURE = 0x02014B50;
  private static final int SIZE = 46;
  private static final int FLAGS = 8;
  private static final int METHOD = 10;
  private static final int CRC = 16;
  private static final int COMPRESSED_SIZE = 20;
  private static final int CONTENT_SIZE = 24;
  private static final int NAME_LENGTH = 28;
  private static final int EXTRA_LENGTH = 30;
  private static final int COMMENT_LENGTH = 32;
  private static final int LOCAL_HEADER = 42;

  private static final int FLAG_ENCRYPTED = 1;
  private static final int FLAG_UTF_8 = 1 << 11;

  private static final int EXTRA_HEADER_SIZE = 4;
  private static final int EXTRA_ZIP64 = 0x0001;
  private static final long IN_ZIP64 = 0xFFFF_FFFFL;

  /** The record that may follow the last header. */
  private static final int DIGITAL_SIGNATURE = 0x05054B50;

  private final byte[] bytes;
  private final ByteBuffer headers;
  private final long archiveStart;
  private int position = -1;

  EntryHeader(byte[] headers, long archiveStart) {
    this.bytes = headers;
    this.headers = ByteBuffer.wrap(headers).order(ByteOrder.LITTLE_ENDIAN);
    this.archiveStart = archiveStart;
  }

  /** Moves to the first header, or from a complete header to the next. Returns false at the end. */
  boolean next() {
    position = position < 0 ? 0 : end();
    int left = headers.limit() - position;
    return left > 0 && !(left >= Integer.BYTES && headers.getInt(position) == DIGITAL_SIGNATURE);
  }

  /** Moves to the header at a position in the directory. */
  void moveTo(int newPosition) {
    position = newPosition;
  }

  int position() {
    return position;
  }

  /** Requires a header at the position, and the directory to contain all of it. */
  void requireComplete() throws CentralDirectory.DamagedException {
    int left = headers.limit() - position;
    if (left < SIZE || headers.getInt(position) != SIGNATURE || end() - position > left) {
      throw new CentralDirectory.DamagedException(
          "The central directory is damaged at byte " + position + ".");
    }
  }

  private int end() {
    return extraStart() + unsignedShort(EXTRA_LENGTH) + unsignedShort(COMMENT_LENGTH);
  }

  private int extraStart() {
    return position + SIZE + nameLength();
  }

  int nameLength() {
    return unsignedShort(NAME_LENGTH);
  }

  byte nameByte(int index) {
    return bytes[position + SIZE + index];
  }

  byte[] nameBytes() {
    return Arrays.copyOfRange(bytes, position + SIZE, extraStart());
  }

  boolean isNameInUtf8() {
    return (unsignedShort(FLAGS) & FLAG_UTF_8) != 0;
  }

  boolean hasExtraFields() {
    return unsignedShort(EXTRA_LENGTH) > 0;
  }

  /** Returns the content of an extra field, or null if the header lacks it or ends within it. */
  @Nullable ByteBuffer extraField(int id) {
    int end = extraStart() + unsignedShort(EXTRA_LENGTH);
    int field = extraStart();
    while (end - field >= EXTRA_HEADER_SIZE) {
      int content = field + EXTRA_HEADER_SIZE;
      int length = Short.toUnsignedInt(headers.getShort(field + 2));
      if (length > end - content) {
        return null;
      }
      if (Short.toUnsignedInt(headers.getShort(field)) == id) {
        return headers.slice(content, length).order(ByteOrder.LITTLE_ENDIAN);
      }
      field = content + length;
    }
    return null;
  }

  /** Describes the entry. A number that is missing or impossible is negative. */
  ZipEntryInfo toEntry() {
    ByteBuffer zip64 = extraField(EXTRA_ZIP64);
    long size = number(CONTENT_SIZE, zip64);
    long compressedSize = number(COMPRESSED_SIZE, zip64);
    long header = number(LOCAL_HEADER, zip64);
    return new ZipEntryInfo(
        ZipEntryName.of(this),
        unsignedShort(METHOD),
        (unsignedShort(FLAGS) & FLAG_ENCRYPTED) != 0,
        header < 0 ? header : archiveStart + header,
        compressedSize,
        size,
        unsignedInt(CRC));
  }

  /** Returns a number, which is the next one in the Zip64 field if it does not fit its own. */
  private long number(int field, @Nullable ByteBuffer zip64) {
    long number = unsignedInt(field);
    if (number != IN_ZIP64 || zip64 == null) {
      return number;
    }
    return zip64.remaining() < Long.BYTES ? -1 : zip64.getLong();
  }

  private int unsignedShort(int field) {
    return Short.toUnsignedInt(headers.getShort(position + field));
  }

  private long unsignedInt(int field) {
    return Integer.toUnsignedLong(headers.getInt(position + field));
  }
}
