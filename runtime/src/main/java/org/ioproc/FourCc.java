package org.ioproc;

import org.ioproc.internal.text.Printable;

/**
 * A four-character code (FOURCC): the name of an I/O procedure, of a RIFF chunk or of a RIFF form.
 *
 * @param value the code as C has it in a {@code FOURCC}: the first character in the lowest byte
 */
public record FourCc(int value) {

  /** The predefined procedure for ordinary files. */
  public static final FourCc DOS = of("DOS");

  /** The predefined procedure for files in memory. */
  public static final FourCc MEM = of("MEM");

  /**
   * The code that a text stands for, padded with spaces.
   *
   * @param text one to four printable ASCII characters
   * @return the code
   * @throws IllegalArgumentException if it is empty, too long or has another character
   */
  public static FourCc of(String text) {
    if (text.isEmpty() || text.length() > 4 || !isPrintable(text)) {
      throw new IllegalArgumentException(
          "A four-character code is 1 to 4 printable ASCII characters; this is \""
              + Printable.of(text)
              + "\".");
    }
    return padded(text);
  }

  /** The code of up to four characters, whatever they are; of each the lowest byte counts. */
  static FourCc padded(String text) {
    int value = 0;
    for (int i = 3; i >= 0; i--) {
      value = value << 8 | (i < text.length() ? text.charAt(i) & 0xFF : ' ');
    }
    return new FourCc(value);
  }

  /**
   * The four characters, trailing spaces included; a byte that is not printable ASCII shows as
   * {@code \xNN}.
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

  /** Without a stream, which would be a tenth of what the first file of a process costs. */
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
