package org.ioproc.internal.embedded;

import java.nio.ByteBuffer;

/**
 * Converts a text to a four-character code, for {@code mmioStringToFOURCC}: takes the first four
 * characters, and pads a shorter text with spaces.
 *
 * <p>Source: Microsoft, "mmioStringToFOURCC function".
 */
final class TextCode {

  private TextCode() {}

  /** Returns the code of a text that ends with a zero byte. */
  static int of(ByteBuffer text, boolean upper) {
    int code = 0;
    boolean ended = false;
    for (int i = 0; i < Integer.BYTES; i++) {
      ended |= i >= text.capacity() || text.get(i) == 0;
      int letter = ended ? ' ' : text.get(i) & 0xFF;
      code |= (upper ? upper(letter) : letter) << (i * Byte.SIZE);
    }
    return code;
  }

  private static int upper(int letter) {
    return letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter;
  }
}
