package org.ioproc.model;

/**
 * A file of the manager under test, and the last state that the program has seen. Counts and
 * positions are -1 on failure. Other results are 0 or an error code.
 */
interface TestedFile {

  int read(byte[] target, int count);

  int write(byte[] source);

  int seek(int offset, int origin);

  int flush(boolean empties);

  int setBuffer(int bytes, boolean own);

  /** Calls mmioGetInfo. */
  Look look();

  /** Returns whether the program can access the buffer. */
  boolean reachesBuffer();

  byte get(int index);

  void put(int index, byte[] bytes, int from, int count);

  /** Passes the last state to mmioSetInfo with a new pchNext and, if dirty, with MMIO_DIRTY. */
  int setInfo(int next, boolean dirty);

  /** Passes the last state to mmioSetInfo with a new adwInfo[2]. */
  int setWord(int word);

  /** Passes the last state to mmioSetInfo without MMIO_DIRTY. */
  int discard();

  /** Passes the last state to mmioAdvance in the same way, and remembers the returned state. */
  int advance(int next, boolean dirty, boolean writes);

  /** Returns the last state. */
  Look last();

  /** Creates a chunk: 0 for an ordinary chunk, 1 for RIFF, 2 for LIST. */
  int create(int kind);

  /** Ascends from the chunk that was created last. */
  int ascend();

  /** Returns the chunk's id, size and data position; or an error code alone. */
  int[] descend();

  int close();
}
