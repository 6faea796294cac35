package org.ioproc.samples.remote;

import java.util.Random;

/** Bytes that differ, so that none can be taken for another. */
final class RandomContent {

  private RandomContent() {}

  /** Returns the same bytes for the same size and seed. */
  static byte[] of(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static byte[] of(int size) {
    return of(size, size);
  }
}
