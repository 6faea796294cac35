package org.ioproc.wrapper.tool.jar;

/** A jar is not usable. The message says why, and what to do about it. */
public final class InputException extends Exception {

  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
