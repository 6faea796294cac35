package org.ioproc.samples.demo;

/** Makes text from outside, such as the names of files and chunks, safe to print. */
final class DemoText {

  /** Longer lines lose their middle: the important part of an error is at one of the ends. */
  private static final int MAX_LENGTH = 1000;

  private DemoText() {}

  /**
   * Returns a line in which characters that move the cursor, change colors or reverse the direction
   * of writing are escaped, as {@code \}{@code unnnn}.
   */
  static String printable(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (isPrintable(character)) {
                line.appendCodePoint(character);
              } else {
                line.append(String.format("\\u%04x", character));
              }
            });
    return shortened(line.toString(), MAX_LENGTH);
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** Returns the text or, if it is too long, two thirds from its beginning and one from its end. */
  static String shortened(String text, int maxLength) {
    return text.length() <= maxLength
        ? text
        : text.substring(0, maxLength * 2 / 3)
            + " ... "
            + text.substring(text.length() - maxLength / 3);
  }
}
