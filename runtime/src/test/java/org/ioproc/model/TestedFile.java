package org.ioproc.model;

/**
 * A file of the manager that is tested, and the last state that was asked for. Counts and positions
 * are -1 on failure; the other results are 0 or an error code.
 */
interface TestedFile {

  int read(byte[] target, int count);

  int write(byte[] source);

  int seek(int offset, int origin);

  int flush(boolean empties);

  int setBuffer(int bytes, boolean own);

  /** Asks for the state. */
  Look look();

  /** Whether the program can get at the buffer. */
  boolean reachesBuffer();

  byte get(int index);

  void put(int index, byte[] bytes, int from, int count);

  /** Tells the last state, with another place, as it is or dirty. */
  int setInfo(int next, boolean dirty);

  /** Tells the last state, with another word. */
  int setWord(int word);

  /** Tells the last state, with nothing to write. */
  int discard();

  /** Tells the last state, with another place, as it is or dirty; and has it then. */
  int advance(int next, boolean dirty, boolean writes);

  Look last();

  /** 0 a chunk, 1 a RIFF, 2 a LIST. */
  int create(int kind);

  /** Of the chunk that was created last. */
  int ascend();

  /** The id, the size and the place of the data of what was found, or an error code alone. */
  int[] descend();

  int close();
}
