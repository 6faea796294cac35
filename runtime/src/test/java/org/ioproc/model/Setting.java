package org.ioproc.model;

/**
 * The file of a program.
 *
 * @param way whose functions are called, and how
 * @param content how many bytes it begins with
 * @param buffer the size of its buffer; 0 for none
 * @param creates whether a file in memory begins empty
 * @param step by how much memory grows
 * @param faults the seed of a procedure's faults
 */
record Setting(
    Kind kind,
    Way way,
    int content,
    int buffer,
    boolean own,
    boolean creates,
    int step,
    long faults) {

  enum Kind {
    ORDINARY,
    MEMORY,
    GROWING,
    /** A procedure that does all that it is asked. */
    CUSTOM,
    /** A procedure that reads less than it is asked, at times. */
    SHORT,
    /** A procedure that fails as well. */
    FAILING;

    boolean isMemory() {
      return this == MEMORY || this == GROWING;
    }

    boolean isCustom() {
      return this == CUSTOM || this == SHORT || this == FAILING;
    }

    boolean isShort() {
      return this == SHORT || this == FAILING;
    }
  }

  enum Way {
    CLIENT_STRAIGHT,
    CLIENT_CROSSING,
    FUNCTIONS_STRAIGHT,
    FUNCTIONS_CROSSING;

    boolean isClient() {
      return this == CLIENT_STRAIGHT || this == CLIENT_CROSSING;
    }

    boolean isStraight() {
      return this == CLIENT_STRAIGHT || this == FUNCTIONS_STRAIGHT;
    }
  }
}
