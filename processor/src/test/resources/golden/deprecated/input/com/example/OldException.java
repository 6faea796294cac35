package com.example;

/** An exception that is about to go. */
@Deprecated(since = "1", forRemoval = true)
public final class OldException extends Exception {

  private static final long serialVersionUID = 1;

  /** Not called. */
  public OldException() {}
}
