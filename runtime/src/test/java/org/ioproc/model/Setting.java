package org.ioproc.model;

/**
 * The file of a program.
 *
 * @param way which functions the program calls, and how the manager calls the procedure
 * @param content how many bytes it has at first
 * @param buffer the size of its buffer; 0 for none
 * @param own whether the buffer is in the program's memory
 * @param creates whether a file in memory is empty at first
 * @param step by how many bytes memory grows
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
    /** A procedure without faults. */
    CUSTOM,
    /** A procedure that sometimes reads fewer bytes than asked. */
    SHORT,
    /** A procedure that sometimes also fails. */
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
    CLIENT_DIRECT,
    CLIENT_NATIVE,
    FUNCTIONS_DIRECT,
    FUNCTIONS_NATIVE;

    boolean isClient() {
      return this == CLIENT_DIRECT || this == CLIENT_NATIVE;
    }

    boolean isDirect() {
      return this == CLIENT_DIRECT || this == FUNCTIONS_DIRECT;
    }
  }
}
