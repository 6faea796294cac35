package org.ioproc.differential;

/** A fault that a procedure has once, at the n-th message of a name. */
record Fault(String message, int number, Kind kind) {

  enum Kind {
    /** The procedure transfers half of the bytes. */
    SHORT,
    /** The procedure transfers no bytes. */
    NONE,
    /** The answer is -1. */
    FAIL,
    /** The answer is neither a count nor an error: -7, or 262 where an error code is expected. */
    STRANGE,
    /** The message succeeds, but lDiskOffset is 3 too large. */
    ASTRAY,
    /** The message succeeds, but lDiskOffset does not change. */
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
