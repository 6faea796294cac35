package org.ioproc.processor.model;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A broken rule.
 *
 * @param rule the rule
 * @param place where the rule is broken
 * @param observed what the processor found there, as a sentence
 */
public record Problem(Rule rule, Place place, String observed) {

  /** Returns the message: the rule, what was observed, the remedy and the rule's id. */
  public String text() {
    return printable(rule.text() + " " + observed + " " + rule.remedy() + " [" + rule.id() + "]");
  }

  /** Escapes characters that would break the line or control a terminal. */
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
