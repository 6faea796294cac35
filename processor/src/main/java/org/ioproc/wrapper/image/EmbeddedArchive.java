package org.ioproc.wrapper.image;

import java.util.zip.CRC32;

/**
 * Where a DLL contains the classes, and what they are.
 *
 * @param offset the position in the DLL
 * @param size the size in bytes; 0 if the DLL contains no classes
 * @param checksum the CRC-32 of the bytes
 */
record EmbeddedArchive(int offset, int size, int checksum) {

  /** Describes an archive whose position is not known yet. */
  static EmbeddedArchive of(byte[] archive) {
    CRC32 checksum = new CRC32();
    checksum.update(archive);
    return new EmbeddedArchive(0, archive.length, (int) checksum.getValue());
  }

  EmbeddedArchive at(int newOffset) {
    return isEmpty() ? this : new EmbeddedArchive(newOffset, size, checksum);
  }

  boolean isEmpty() {
    return size == 0;
  }
}
