package org.ioproc.differential;

/** What a procedure does wrong, once: at the n-th message of a kind. */
record Fault(String message, int number, Kind kind) {

  enum Kind {
    /** Half of what was asked for. */
    SHORT,
    /** Nothing. */
    NONE,
    /** -1 */
    FAIL,
    /** An answer that is neither a count nor an error: -7, or 262 where a code is due. */
    STRANGE,
    /** The work is done, but lDiskOffset is 3 too large. */
    ASTRAY,
    /** The work is done, but lDiskOffset stays. */
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
