package org.ioproc.processor.model;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A rule that is broken.
 *
 * @param rule the rule
 * @param place where
 * @param observed what was seen there: a sentence
 */
public record Problem(Rule rule, Place place, String observed) {

  /** What a person reads: the rule, what was seen, the remedy, the rule's id. */
  public String text() {
    return printable(rule.text() + " " + observed + " " + rule.remedy() + " [" + rule.id() + "]");
  }

  /** Names, codes and options may contain what breaks a line or steers a terminal. */
  private static String printable(String text) {
    return text.codePoints().mapToObj(Problem::printable).collect(Collectors.joining());
  }

  private static String printable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          String.format(Locale.ROOT, "\\u%04X", character);
      default -> Character.toString(character);
    };
  }
}
