package org.ioproc.internal.transport;

/**
 * Ensures that the stack has room where an overflow would do damage: in native code, in a class
 * initializer (the class could never be used again), or halfway through a change.
 *
 * <p>Java cannot query how much stack is left, so this class recurses and returns. A level takes 80
 * bytes when compiled by HotSpot's second compiler, and up to 224 in the interpreter, where all
 * frames are larger.
 */
public final class StackRoom {

  private static final int LEVEL = 80;

  private StackRoom() {}

  /**
   * Requires free stack.
   *
   * @param kilobytes how much must be free
   * @throws StackOverflowError if less is free, or not much more
   */
  public static void require(int kilobytes) {
    descend(kilobytes * 1024 / LEVEL, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  /** Uses each number after the call, so that a compiler must keep all of them on the stack. */
  private static long descend(
      int levels, long a, long b, long c, long d, long e, long f, long g, long h) {
    return levels == 0
        ? 0
        : descend(levels - 1, b, c, d, e, f, g, h, a) + (a ^ b ^ c ^ d ^ e ^ f ^ g ^ h);
  }
}
