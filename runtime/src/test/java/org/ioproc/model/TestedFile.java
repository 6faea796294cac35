package org.ioproc.model;

/**
 * A file of the manager under test, and its last state that the program has seen. Counts and
 * positions are -1 on failure; other results are 0 or an error code.
 */
interface TestedFile {

  int read(byte[] target, int count);

  int write(byte[] source);

  int seek(int offset, int origin);

  int flush(boolean empties);

  int setBuffer(int bytes, boolean own);

  /** Calls mmioGetInfo. */
  Look look();

  /** Whether the program can access the buffer. */
  boolean reachesBuffer();

  byte get(int index);

  void put(int index, byte[] bytes, int from, int count);

  /** Passes the last state to mmioSetInfo, with another pchNext, and perhaps MMIO_DIRTY. */
  int setInfo(int next, boolean dirty);

  /** Passes the last state to mmioSetInfo, with another word of adwInfo. */
  int setWord(int word);

  /** Passes the last state to mmioSetInfo, without MMIO_DIRTY. */
  int discard();

  /** Passes the last state to mmioAdvance in the same way, and keeps the one that it returns. */
  int advance(int next, boolean dirty, boolean writes);

  /** Returns the last state. */
  Look last();

  /** Creates a chunk: 0 for an ordinary one, 1 for a RIFF, 2 for a LIST. */
  int create(int kind);

  /** Ascends from the chunk that was created last. */
  int ascend();

  /** Returns the id, the size and the data's position of the chunk; or only an error code. */
  int[] descend();

  int close();
}
