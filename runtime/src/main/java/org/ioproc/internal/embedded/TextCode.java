package org.ioproc.internal.embedded;

import java.nio.ByteBuffer;

/**
 * {@code mmioStringToFOURCC}: the first four characters of a text, spaces where it is shorter.
 *
 * <p>Source: Microsoft, "mmioStringToFOURCC function".
 */
final class TextCode {

  private TextCode() {}

  /** The code of a text that a zero byte ends. */
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
