package org.ioproc;

import org.ioproc.internal.text.Printable;

/**
 * A four-character code (FOURCC), which names an I/O procedure, a RIFF chunk or a RIFF form.
 *
 * <pre>{@code
 * FourCc code = FourCc.of("ZIP");
 * System.out.println("\"" + code + "\" is 0x" + Integer.toHexString(code.value())); // "ZIP " is 0x2050495a
 * }</pre>
 *
 * <p>Source: Microsoft, "Four-Character Codes".
 *
 * @param value the code as a {@code FOURCC} in C: the first character is in the lowest byte
 */
public record FourCc(int value) {

  /** The code of the built-in procedure for ordinary files. */
  public static final FourCc DOS = of("DOS");

  /** The code of the built-in procedure for files in memory. */
  public static final FourCc MEM = of("MEM");

  /**
   * Creates a code from a text, padded with spaces.
   *
   * @param text one to four printable ASCII characters
   * @return the code
   * @throws IllegalArgumentException if the text is empty, too long or contains another character
   */
  public static FourCc of(String text) {
    if (text.isEmpty() || text.length() > 4 || !isPrintable(text)) {
      throw new IllegalArgumentException(
          "A four-character code must be 1 to 4 printable ASCII characters; this one is \""
              + Printable.of(text)
              + "\".");
    }
    return padded(text);
  }

  /**
   * Creates a code from the first four characters, padded with spaces. A character without a byte
   * becomes a question mark, as it does in the ANSI code page.
   */
  static FourCc padded(String text) {
    int value = 0;
    for (int i = 3; i >= 0; i--) {
      value = value << 8 | (i < text.length() ? toByte(text.charAt(i)) : ' ');
    }
    return new FourCc(value);
  }

  private static int toByte(char character) {
    return character <= 0xFF ? character : '?';
  }

  /**
   * Returns the four characters, including trailing spaces. A byte that is not printable ASCII is
   * written as {@code \xNN}.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(4);
    for (int shift = 0; shift < 32; shift += 8) {
      int character = value >>> shift & 0xFF;
      text.append(isPrintable(character) ? (char) character : String.format("\\x%02X", character));
    }
    return text.toString();
  }

  /** A stream would take a tenth of the time in which a process opens its first file. */
  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPrintable(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(int character) {
    return character >= ' ' && character <= '~';
  }
}
