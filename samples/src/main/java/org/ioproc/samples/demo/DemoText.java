package org.ioproc.samples.demo;

/** Text from outside, such as names of files and chunks, made fit for a terminal. */
final class DemoText {

  /** Longer lines lose their middle: what went wrong is at one of the ends. */
  private static final int LONGEST = 1000;

  private DemoText() {}

  /**
   * A line without characters that move the cursor, change colours or turn the direction of
   * writing. They show as {@code \}{@code unnnn}.
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
    return shortened(line.toString(), LONGEST);
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

  /** Two thirds from the beginning and one third from the end of a longer text. */
  static String shortened(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, most * 2 / 3) + " ... " + text.substring(text.length() - most / 3);
  }
}
