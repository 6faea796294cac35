package org.ioproc.testing;

import java.util.Arrays;

/** Describes how the bytes that came differ from those that should have come. */
final class Differences {

  private Differences() {}

  static void require(Program program, byte[] expected, byte[] came, long position)
      throws Unexpected {
    int first = Arrays.mismatch(expected, came);
    if (first >= 0) {
      throw program.unexpected(describe(expected, came, first, position + first));
    }
  }

  private static String describe(byte[] expected, byte[] came, int first, long position) {
    if (first == expected.length || first == came.length) {
      return ClientFile.bytes(came.length) + " instead of " + expected.length;
    }
    return "0x%02x instead of 0x%02x at position %d%s"
        .formatted(came[first], expected[first], position, overwritten(came, first));
  }

  /** Recognizes the bytes with which the library overwrites the copies that it has lent. */
  private static String overwritten(byte[] came, int first) {
    int end = Math.min(came.length, first + 4);
    for (int i = first; i < end; i++) {
      if (came[i] != (byte) 0xDB) {
        return "";
      }
    }
    return BufferChecks.OVERWRITTEN;
  }
}
