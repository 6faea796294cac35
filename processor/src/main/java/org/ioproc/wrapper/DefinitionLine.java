package org.ioproc.wrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one line of a module-definitions file, with a position among them. */
final class DefinitionLine {

  /**
   * A quoted name, a sign, a comment, or a name. The quotes stay on: quoted words are no keywords.
   */
  private static final Pattern WORD =
      Pattern.compile("\"[^\"]*\"|[=@]|;.*|[^\\s=@;\"][^\\s=;\"]*|\"");

  private final String file;
  private final int number;
  private final List<String> words = new ArrayList<>();
  private int position;

  /**
   * Splits a line.
   *
   * @throws InvalidFileException if a quotation mark has no partner
   */
  DefinitionLine(String file, int number, String line) throws InvalidFileException {
    this.file = file;
    this.number = number;
    Matcher word =
        WORD.matcher(number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line);
    while (word.find()) {
      check(!word.group().equals("\""), "A quotation mark is missing.");
      if (!word.group().startsWith(";")) {
        words.add(word.group());
      }
    }
  }

  int number() {
    return number;
  }

  boolean isAtEnd() {
    return position == words.size();
  }

  /** Returns whether the next word is a keyword or a sign, in upper or lower case. */
  boolean isAt(String keyword) {
    return !isAtEnd() && words.get(position).equalsIgnoreCase(keyword);
  }

  /** Passes a keyword or a sign. Returns false if another word is next. */
  boolean skip(String keyword) {
    boolean found = isAt(keyword);
    position += found ? 1 : 0;
    return found;
  }

  /** Passes a word, and returns it without its quotes. */
  String next() throws InvalidFileException {
    check(!isAtEnd(), "The line is incomplete.");
    String word = words.get(position++);
    return word.startsWith("\"") ? word.substring(1, word.length() - 1) : word;
  }

  void checkEnd(String expected) throws InvalidFileException {
    if (!isAtEnd()) {
      throw wrong("\"" + next() + "\" was not expected. The line must read: " + expected);
    }
  }

  void check(boolean holds, String problem) throws InvalidFileException {
    if (!holds) {
      throw wrong(problem);
    }
  }

  InvalidFileException wrong(String problem) {
    return new InvalidFileException(file, number, problem);
  }
}
