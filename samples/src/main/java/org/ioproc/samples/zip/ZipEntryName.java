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
 * Finds out what an entry is called, which archives say in several ways. Windows tools write code
 * page 437 and may add the true name in a field of its own; some write backslashes. macOS and older
 * Unix tools write UTF-8 without saying so, and macOS separates letters and accents.
 *
 * <p>Source: PKWARE, "APPNOTE.TXT", 4.4.4 (bit 11), 4.6.9 and appendix D.
 */
final class ZipEntryName {

  /** In {@code java.base}, so that each Java runtime has it. */
  private static final Charset CODE_PAGE_437 = Charset.forName("IBM437");

  private ZipEntryName() {}

  /** The name that a person sees, in the form that is compared. */
  static String of(ZipArchiveEntry entry) {
    return comparable(decode(entry));
  }

  /** A name with {@code /} as its only slash, and each accent in one character with its letter. */
  static String comparable(String name) {
    return Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC);
  }

  /** Text in code page 437 is hardly ever UTF-8 as well: it would have to hold box drawings. */
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

  /** The name in UTF-8, if the archive holds it in UTF-8 at all. */
  private static byte[] utf8(ZipArchiveEntry entry, byte[] raw) {
    return !entry.getGeneralPurposeBit().usesUTF8ForNames()
            && entry.getExtraField(UnicodePathExtraField.UPATH_ID)
                instanceof UnicodePathExtraField field
            && field.getNameCRC32() == crc(raw)
        ? field.getUnicodeName()
        : raw;
  }

  /** By it a field shows that the entry was not renamed by a program that ignores the field. */
  private static long crc(byte[] raw) {
    CRC32 crc = new CRC32();
    crc.update(raw);
    return crc.getValue();
  }
}
