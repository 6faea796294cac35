package org.ioproc.samples.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

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

  private ZipEntryName() {}

  /** Returns the name that people see, in the form of {@link #comparable}. */
  static String of(ZipArchiveEntry entry) {
    return comparable(decode(entry));
  }

  /**
   * Returns a name with {@code /} as its only slash, and accented letters as one character each.
   */
  static String comparable(String name) {
    return Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC);
  }

  /** Tries UTF-8 first: a name in code page 437 is almost never valid UTF-8. */
  private static String decode(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(utf8(entry, raw)))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(raw, CODE_PAGE_437);
    }
  }

  /**
   * Returns the UTF-8 name in the extra field if that field applies, and the raw name otherwise.
   */
  private static byte[] utf8(ZipArchiveEntry entry, byte[] raw) {
    return !entry.getGeneralPurposeBit().usesUTF8ForNames()
            && entry.getExtraField(UnicodePathExtraField.UPATH_ID)
                instanceof UnicodePathExtraField field
            && field.getNameCRC32() == crc(raw)
        ? field.getUnicodeName()
        : raw;
  }

  /**
   * Returns the name's checksum. The extra field has another if only the name was changed later.
   */
  private static long crc(byte[] raw) {
    CRC32 crc = new CRC32();
    crc.update(raw);
    return crc.getValue();
  }
}
