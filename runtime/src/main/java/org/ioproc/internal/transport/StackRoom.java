package org.ioproc.internal.transport;

/**
 * Makes sure that the stack has room, where an overflow further down would do harm: in native code,
 * in a class initializer (the class can never be used again), or halfway through a change.
 *
 * <p>Java cannot ask how much is left, so this class goes down and returns. A level is 80 bytes as
 * HotSpot's second compiler makes it, and up to 224 in the interpreter, whose frames are larger for
 * any code.
 */
public final class StackRoom {

  private static final int LEVEL = 80;

  private StackRoom() {}

  /**
   * Checks for room.
   *
   * @param kilobytes how much is needed at least
   * @throws StackOverflowError if there is less, or not much more
   */
  public static void require(int kilobytes) {
    descend(kilobytes * 1024 / LEVEL, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  /** Needs each number after the call, so that a compiler must keep all of them on the stack. */
  private static long descend(
      int levels, long a, long b, long c, long d, long e, long f, long g, long h) {
    return levels == 0
        ? 0
        : descend(levels - 1, b, c, d, e, f, g, h, a) + (a ^ b ^ c ^ d ^ e ^ f ^ g ^ h);
  }
}
