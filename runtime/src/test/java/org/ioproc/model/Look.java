package org.ioproc.model;

/** A file's state as mmioGetInfo shows it. Pointers into the buffer are indexes. */
record Look(
    int size,
    int next,
    int endRead,
    int endWrite,
    int bufferOffset,
    int diskOffset,
    boolean dirty,
    boolean memory) {

  int position() {
    return size > 0 ? bufferOffset + next : diskOffset;
  }
}
