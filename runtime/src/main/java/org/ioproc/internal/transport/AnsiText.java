package org.ioproc.internal.transport;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/**
 * Converts between strings and mmio's text: bytes in the ANSI code page, terminated by a zero byte.
 * Procedures get names in this form even if a program uses the W functions (Wine 8.0).
 */
public final class AnsiText {

  /** A length in bytes that exceeds any path on Windows. */
  static final int LONGEST = 32 * 1024;

  private static final Charset CODE_PAGE =
      Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));

  private AnsiText() {}

  /**
   * Returns the text at an address.
   *
   * @param address the address of its first byte, or 0
   * @return the text; empty for address 0
   * @throws MmioException if it has no zero byte or is not text in the ANSI code page
   */
  public static String at(long address) throws MmioException {
    return address == 0 ? "" : Transport.current().text(address);
  }

  /**
   * Returns the text at the beginning of a buffer, regardless of its position.
   *
   * @param memory the memory
   * @return the text
   * @throws MmioException if it has no zero byte or is not text in the ANSI code page
   */
  public static String of(ByteBuffer memory) throws MmioException {
    ByteBuffer text = memory.duplicate().clear();
    int length = 0;
    while (length < text.capacity() && text.get(length) != 0) {
      length++;
    }
    if (length == text.capacity()) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER,
          "A file's name must end with a zero byte; there is none in " + length + " bytes.");
    }
    try {
      return CODE_PAGE.newDecoder().decode(text.limit(length)).toString();
    } catch (CharacterCodingException e) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND,
          "A file's name must be text in the code page "
              + CODE_PAGE
              + "; this one's bytes are not.",
          e);
    }
  }

  /**
   * Encodes a text for mmio.
   *
   * @param text any text without a zero character
   * @return a direct buffer with its bytes and the zero byte
   * @throws MmioException if the ANSI code page cannot express it
   */
  public static ByteBuffer encode(String text) throws MmioException {
    return encode(text, CODE_PAGE);
  }

  /** Encodes with a new encoder, which fails for a character that it would have to replace. */
  static ByteBuffer encode(String text, Charset codePage) throws MmioException {
    if (text.indexOf('\0') >= 0) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND,
          "A file's name must not contain a zero character; this one does: "
              + text.replace("\0", "\\0"));
    }
    try {
      ByteBuffer bytes = codePage.newEncoder().encode(CharBuffer.wrap(text));
      return ByteBuffer.allocateDirect(bytes.remaining() + 1).put(bytes).rewind();
    } catch (CharacterCodingException e) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND,
          "A file's name must be text in the code page "
              + codePage
              + ", which cannot express \""
              + text
              + "\"; rename the file or folder, or use its short name (GetShortPathName).",
          e);
    }
  }
}
