package org.ioproc.model;

/** What a well-behaved program does with an open file. */
enum Action {
  READ,
  WRITE,
  SEEK_SET,
  SEEK_CUR,
  SEEK_END,
  FLUSH,
  EMPTY,
  /** Changes to a buffer in the manager's memory. */
  BUFFER,
  /** Changes to a buffer in the program's memory. */
  OWN_BUFFER,
  LOOK,
  /** {@code setInfo(info())}. */
  SAME,
  /** {@code setInfo(info().withWord(2, x))}. */
  WORD,
  /** {@code setInfo(info().withWritten(info().next()))}. */
  MARK,
  /** {@code advance(info(), READ)}. */
  ADVANCE_READ,
  ADVANCE_WRITE,
  /** {@code setInfo(info().withoutChanges())}. */
  DISCARD,
  /** Reads in the buffer itself. */
  TAKE,
  /** Writes in the buffer itself, and then calls mmioSetInfo. */
  PUT,
  /** Writes in the buffer itself, and then calls mmioAdvance. */
  PUT_READ,
  PUT_WRITE,
  /** The loops that Microsoft documents for mmioAdvance. */
  READ_LOOP,
  WRITE_LOOP,
  CREATE,
  ASCEND,
  DESCEND
}
