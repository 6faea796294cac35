package org.ioproc.wrapper;

/** A file does not follow its format. The message names the file, the line and the remedy. */
public final class InvalidFileException extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * Creates a message such as {@code zipioproc.def:4: "DATA" is …}.
   *
   * @param file the file's name or path, as its user knows it
   * @param line the line's number, 1 for the first
   * @param problem a sentence
   */
  InvalidFileException(String file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }

  /** Creates a message about the file as a whole. */
  InvalidFileException(String file, String problem) {
    super(file + ": " + problem);
  }
}
