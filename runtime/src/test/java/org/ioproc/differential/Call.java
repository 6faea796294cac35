package org.ioproc.differential;

/** One call of a program: a function and up to three numbers, which mean what the function says. */
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
     * next, endRead, endWrite as parts of 256 of the buffer; bit 16 of next: dirty; or UNCHANGED
     */
    SETINFO,
    /** bytes; second is 1 for the program's own memory */
    SETBUFFER,
    /** flags; second: 0 no info, 1 what getInfo says, 2 the same and dirty */
    ADVANCE,
    /** message, lParam1, lParam2 */
    SEND,
    /** slot; parent's slot or -1; flags, and in the upper half which name */
    DESCEND,
    /** slot */
    ASCEND,
    /** slot; flags; size */
    CREATE,
    /** flags */
    CLOSE,
    /** code; procedure, 1 or 2; more flags */
    INSTALL,
    /** code; procedure, which winmm does not look at */
    REMOVE,
    /** code */
    FIND,
    /** slot, and in the upper half which name; {@link Asked}; flags */
    OPEN,
    /** slot; count */
    READ_FROM,
    /** slot; message; lParam1 */
    SEND_TO,
    /** slot; flags */
    CLOSE_FILE,
    /** two names; {@link Asked} */
    RENAME
  }

  /** What mmioSetInfo is told is what mmioGetInfo says. */
  static final int UNCHANGED = -1;

  /** The same without MMIO_DIRTY. */
  static final int GIVEN_UP = -2;

  /** The same with another lBufOffset. */
  static final int ELSEWHERE = -3;

  static Call of(Function function, int... numbers) {
    return new Call(function, at(numbers, 0), at(numbers, 1), at(numbers, 2));
  }

  private static int at(int[] numbers, int index) {
    return index < numbers.length ? numbers[index] : 0;
  }

  /** It can put bytes into a buffer. */
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
