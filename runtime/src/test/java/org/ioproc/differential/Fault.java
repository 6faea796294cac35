package org.ioproc.differential;

/** What a procedure does wrong, once, at the n-th message of a kind. */
record Fault(String message, int number, Kind kind) {

  enum Kind {
    /** The procedure moves half of the bytes. */
    SHORT,
    /** The procedure moves no bytes. */
    NONE,
    /** The answer is -1. */
    FAIL,
    /** The answer is neither a count nor an error: -7, or 262 where an error code is expected. */
    STRANGE,
    /** The message succeeds, but lDiskOffset is 3 too large. */
    ASTRAY,
    /** The message succeeds, but lDiskOffset stays. */
    STUCK
  }

  static Fault parse(String text) {
    String[] parts = text.split(" ", -1);
    return new Fault(parts[0], Integer.parseInt(parts[1]), Kind.valueOf(parts[2]));
  }

  @Override
  public String toString() {
    return message + " " + number + " " + kind;
  }
}
