package org.ioproc.model;

/** An action of a well-behaved program on an open file. */
enum Action {
  READ,
  WRITE,
  SEEK_SET,
  SEEK_CUR,
  SEEK_END,
  FLUSH,
  EMPTY,
  /** Sets a buffer in the manager's memory. */
  BUFFER,
  /** Sets a buffer in the program's memory. */
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
  /** Reads directly from the buffer. */
  TAKE,
  /** Writes directly into the buffer, and then calls mmioSetInfo. */
  PUT,
  /** Writes directly into the buffer, and then calls mmioAdvance. */
  PUT_READ,
  PUT_WRITE,
  /** The loops that Microsoft documents for mmioAdvance. */
  READ_LOOP,
  WRITE_LOOP,
  CREATE,
  ASCEND,
  DESCEND
}
