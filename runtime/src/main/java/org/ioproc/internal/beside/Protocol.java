package org.ioproc.internal.beside;

/** The numbers of the protocol, which the wrapper's C code repeats. */
final class Protocol {

  /** The version of the protocol, and of the classes' names that the wrapper knows. */
  static final int VERSION = 1;

  // From Java to the wrapper.
  static final int HELLO = 1;
  static final int ANSWER = 2;
  static final int QUESTION = 3;

  // From the wrapper to Java.
  static final int PREPARE = 1;
  static final int MESSAGE = 2;
  static final int REPLY = 3;

  /** The size of a frame's header in bytes: the size of the payload, the kind and the number. */
  static final int HEADER = 3 * Integer.BYTES;

  /** How many bytes of a file a frame may carry. The wrapper divides longer transfers. */
  static final int LARGEST_DATA = 1 << 20;

  /** The largest payload in bytes: the data, data ahead, names and numbers. */
  static final int LARGEST_FRAME = LARGEST_DATA + (1 << 18);

  /** How many bytes the wrapper may ask for ahead. */
  static final int LARGEST_AHEAD = 1 << 17;

  /** The length of a text that is a null pointer. */
  static final int NO_TEXT = -1;

  /** A length in UTF-16 units that no name reaches. */
  static final int LONGEST_NAME = 1 << 15;

  /** How many UTF-16 units of a failure's text the wrapper keeps. */
  static final int LONGEST_FAILURE = 1023;

  // The statuses of a library's header.
  static final int CLASS_FAILED = 20007;
  static final int PROCEDURE_FAILED = 20008;

  private Protocol() {}
}
