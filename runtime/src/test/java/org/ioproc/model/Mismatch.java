package org.ioproc.model;

import java.util.Arrays;
import java.util.regex.Matcher;

/** Thrown if a file does not agree with its model. */
final class Mismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Mismatch(String text) {
    super(text);
  }

  /** Throws unless a condition holds. Each {@code %s} in the text stands for a value. */
  static void require(boolean right, String text, Object... values) {
    if (!right) {
      String message = text;
      for (Object value : values) {
        message = message.replaceFirst("%s", Matcher.quoteReplacement(String.valueOf(value)));
      }
      throw new Mismatch(message);
    }
  }

  /** Throws unless two arrays are equal. */
  static void compare(byte[] actual, byte[] expected, String what) {
    int wrong = Arrays.mismatch(actual, expected);
    require(
        wrong < 0,
        "%s: byte %s of\n  %s, not\n  %s",
        what,
        wrong,
        Arrays.toString(actual),
        Arrays.toString(expected));
  }
}
