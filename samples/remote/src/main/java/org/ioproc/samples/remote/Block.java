package org.ioproc.samples.remote;

/**
 * Names a piece of an object's content. Files that are open with the same version share it.
 *
 * @param object the object's name
 * @param version its version
 * @param index the number of the piece
 */
record Block(String object, ObjectVersion version, long index) {

  /**
   * The bytes of each piece but the last. A read at random moves few bytes in vain, and the array
   * is small enough for an ordinary place in the heap.
   */
  static final int SIZE = 64 * 1024;

  long begin() {
    return index * SIZE;
  }

  int length() {
    return (int) Math.min(SIZE, version.size() - begin());
  }

  Block plus(long count) {
    return new Block(object, version, index + count);
  }

  boolean exists() {
    return begin() < version.size();
  }
}
