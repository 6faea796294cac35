package org.ioproc.samples.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the names of entries, which archives store in several ways. Windows tools write code page
 * 437, some with backslashes, and may add an extra field with the name in UTF-8. macOS and older
 * Unix tools write UTF-8 without setting the flag for it, and macOS separates accents from letters.
 *
 * <p>Source: PKWARE, "APPNOTE.TXT", 4.4.4 (bit 11), 4.6.9 and appendix D.
 */
final class ZipEntryName {

  /** Part of {@code java.base}, so every Java runtime has it. */
  private static final Charset CODE_PAGE_437 = Charset.forName("IBM437");

  private static final int EXTRA_UNICODE_PATH = 0x7075;
  private static final int UNICODE_PATH_VERSION = 1;
  private static final int UNICODE_PATH_START = 5;

  private ZipEntryName() {}

  /** Returns the name that people see, in the form of {@link #comparable}. */
  static String of(EntryHeader entry) {
    return comparable(decode(entry));
  }

  /**
   * Returns a name with {@code /} as its only slash, and accented letters as one character each.
   */
  static String comparable(String name) {
    return Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC);
  }

  /**
   * Returns the hash code of the name that {@link #of} returns, without decoding it if it is plain
   * ASCII, as most are.
   */
  static int hash(EntryHeader entry) {
    if (mayHaveUnicodePath(entry)) {
      return of(entry).hashCode();
    }
    int hash = 0;
    int length = entry.nameLength();
    for (int i = 0; i < length; i++) {
      byte character = entry.nameByte(i);
      if (character < 0) {
        return of(entry).hashCode();
      }
      hash = 31 * hash + (isSlash(character) ? '/' : character);
    }
    return hash;
  }

  /** Returns whether the name ends with a slash. */
  static boolean isFolder(EntryHeader entry) {
    if (mayHaveUnicodePath(entry)) {
      return of(entry).endsWith("/");
    }
    int length = entry.nameLength();
    return length > 0 && isSlash(entry.nameByte(length - 1));
  }

  private static boolean isSlash(byte character) {
    return character == '/' || character == '\\';
  }

  /** Tries UTF-8 first: a name in code page 437 is almost never valid UTF-8. */
  private static String decode(EntryHeader entry) {
    byte[] raw = entry.nameBytes();
    ByteBuffer unicode = unicodePath(entry, raw);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(unicode == null ? ByteBuffer.wrap(raw) : unicode)
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(raw, CODE_PAGE_437);
    }
  }

  private static boolean mayHaveUnicodePath(EntryHeader entry) {
    return entry.hasExtraFields() && !entry.isNameInUtf8();
  }

  /**
   * Returns the UTF-8 name in the extra field, if that field applies. Its checksum differs from the
   * name's if only the name was changed later.
   */
  private static @Nullable ByteBuffer unicodePath(EntryHeader entry, byte[] raw) {
    ByteBuffer field = mayHaveUnicodePath(entry) ? entry.extraField(EXTRA_UNICODE_PATH) : null;
    if (field == null
        || field.remaining() < UNICODE_PATH_START
        || field.get(0) != UNICODE_PATH_VERSION
        || field.getInt(1) != crc(raw)) {
      return null;
    }
    return field.position(UNICODE_PATH_START);
  }

  private static int crc(byte[] raw) {
    CRC32 crc = new CRC32();
    crc.update(raw);
    return (int) crc.getValue();
  }
}
