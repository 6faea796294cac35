package org.ioproc.differential;

/** One call of a program: a function and up to three numbers, whose meaning it documents. */
record Call(Function function, int first, int second, int third) {

  enum Function {
    /** count */
    READ,
    /** count */
    WRITE,
    /** offset, origin */
    SEEK,
    /** flags */
    FLUSH,
    /**
     * next, endRead and endWrite, in parts of 256 of the buffer, and bit 16 of next for MMIO_DIRTY;
     * or one of {@link #UNCHANGED}, {@link #CLEAN} and {@link #STALE}
     */
    SETINFO,
    /** bytes; 1 for the program's own memory */
    SETBUFFER,
    /** flags; 0 for no structure, {@link #INFO} or {@link #DIRTY_INFO} */
    ADVANCE,
    /** message, lParam1, lParam2 */
    SEND,
    /** slot; the parent's slot or -1; flags, and in the upper half the number of a name */
    DESCEND,
    /** slot */
    ASCEND,
    /** slot; flags; size */
    CREATE,
    /** flags */
    CLOSE,
    /** code; procedure, 1 or 2; more flags */
    INSTALL,
    /** code; procedure, which winmm ignores */
    REMOVE,
    /** code */
    FIND,
    /** slot, and in the upper half the number of a name; {@link PassedInfo}; flags */
    OPEN,
    /** slot; count */
    READ_FROM,
    /** slot; message; lParam1 */
    SEND_TO,
    /** slot; flags */
    CLOSE_FILE,
    /** the numbers of two names; {@link PassedInfo} */
    RENAME
  }

  /** mmioSetInfo receives what mmioGetInfo has filled in. */
  static final int UNCHANGED = -1;

  /** mmioSetInfo receives the same without MMIO_DIRTY. */
  static final int CLEAN = -2;

  /** mmioSetInfo receives the same with another lBufOffset. */
  static final int STALE = -3;

  /** mmioAdvance receives what mmioGetInfo has filled in. */
  static final int INFO = 1;

  /** mmioAdvance receives the same with MMIO_DIRTY. */
  static final int DIRTY_INFO = 2;

  static Call of(Function function, int... numbers) {
    return new Call(function, at(numbers, 0), at(numbers, 1), at(numbers, 2));
  }

  private static int at(int[] numbers, int index) {
    return index < numbers.length ? numbers[index] : 0;
  }

  /** Returns whether the call can put bytes into a buffer. */
  boolean writes() {
    return function == Function.WRITE || function == Function.CREATE || function == Function.ASCEND;
  }

  boolean isUnchanged() {
    return function == Function.SETINFO && first == UNCHANGED;
  }

  static Call parse(String text) {
    String[] parts = text.split(" ", -1);
    return new Call(
        Function.valueOf(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }

  @Override
  public String toString() {
    return function + " " + first + " " + second + " " + third;
  }
}
