package org.ioproc.internal.transport;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/**
 * Text as mmio's procedures get it: bytes in the ANSI code page, ended by a zero byte. Wine hands
 * it over so even to a procedure installed and opened through the W functions.
 */
public final class AnsiText {

  /** Longer than any path that Windows takes. */
  private static final int LONGEST = 32 * 1024;

  private static final Charset CODE_PAGE =
      Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));

  private AnsiText() {}

  /**
   * The text at an address.
   *
   * @param address where its first byte is, or 0 for none
   * @return the text, empty if there is none
   * @throws MmioException if it does not end or is not text in the ANSI code page
   */
  public static String at(long address) throws MmioException {
    return address == 0 ? "" : of(Transport.current().memory().view(address, LONGEST));
  }

  /**
   * The text in a buffer, from its beginning whatever the buffer's position.
   *
   * @param memory the memory
   * @return the text
   * @throws MmioException if it does not end or is not text in the ANSI code page
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
          "A file's name is text in the code page " + CODE_PAGE + "; this one's bytes are not.",
          e);
    }
  }

  /**
   * A text as mmio wants it.
   *
   * @param text any text without a zero character
   * @return a direct buffer with its bytes and the zero byte
   * @throws MmioException if the ANSI code page cannot express it
   */
  public static ByteBuffer encode(String text) throws MmioException {
    return encode(text, CODE_PAGE);
  }

  /** A new encoder refuses what it cannot express, and never writes a letter of similar shape. */
  static ByteBuffer encode(String text, Charset codePage) throws MmioException {
    if (text.indexOf('\0') >= 0) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND,
          "A file's name has no zero character; this one has: " + text.replace("\0", "\\0"));
    }
    try {
      ByteBuffer bytes = codePage.newEncoder().encode(CharBuffer.wrap(text));
      return ByteBuffer.allocateDirect(bytes.remaining() + 1).put(bytes).rewind();
    } catch (CharacterCodingException e) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND,
          "mmio takes names in the code page "
              + codePage
              + ", which cannot express \""
              + text
              + "\"; rename the file or folder, or use its short name (GetShortPathName).",
          e);
    }
  }
}
