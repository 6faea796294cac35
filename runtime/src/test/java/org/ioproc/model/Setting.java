package org.ioproc.model;

/**
 * A program's file, and how the program uses it.
 *
 * @param way which functions the program calls, and how the manager calls the procedure
 * @param content the file's initial size in bytes
 * @param buffer the size of the file's buffer in bytes; 0 for none
 * @param own whether the buffer is in the program's memory
 * @param creates whether the program creates the file, which is then empty
 * @param step the number of bytes by which memory grows
 * @param faults the seed of the procedure's faults
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
    /** A procedure that sometimes reads fewer bytes than requested. */
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
