package org.ioproc.wrapper.image;

/**
 * A section of a DLL.
 *
 * @param address its address, relative to the image
 * @param size its size in memory
 * @param offset its position in the file
 * @param fileSize its size in the file, which may be more or less than in memory
 */
record ImageSection(int address, int size, int offset, int fileSize) {

  /** Returns whether the file contains the bytes at an address. */
  boolean contains(int other, int length) {
    return other >= address && other - address <= fileSize - length;
  }

  int offsetOf(int other) {
    return offset + (other - address);
  }

  /** Returns the end in memory. A section without a size in memory has that in the file. */
  int endAddress() {
    return address + (size == 0 ? fileSize : size);
  }

  int endOffset() {
    return offset + fileSize;
  }
}
