package org.ioproc.wrapper.tool;

/** The tool could not do what was requested. The message is one line for the tool's user. */
public final class WrapException extends Exception {

  private static final long serialVersionUID = 1L;

  WrapException(String message) {
    super(oneLine(message));
  }

  WrapException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /** Replaces control characters, which names of files may contain. */
  private static String oneLine(String message) {
    return message.replaceAll("\\p{Cntrl}", "?");
  }
}
