package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * An entry of an archive, as the central directory describes it.
 *
 * @param name its path, in the form that {@link ZipEntryName} describes
 * @param method the compression method: {@link ZipEntry#STORED}, {@link ZipEntry#DEFLATED} or one
 *     that cannot be read
 * @param encrypted whether the content is encrypted
 * @param header the position of its local header, in bytes from the file's start
 * @param compressedSize the size of the compressed content, in bytes
 * @param size the size of the content, in bytes
 * @param crc the CRC-32 of the content
 */
record ZipEntryInfo(
    String name,
    int method,
    boolean encrypted,
    long header,
    long compressedSize,
    long size,
    long crc) {

  /** Begins each local header. */
  static final int HEADER_SIGNATURE = 0x04034B50;

  private static final int HEADER_SIZE = 30;
  private static final int HEADER_NAME_LENGTH = 26;
  private static final int HEADER_EXTRA_LENGTH = 28;

  /**
   * Opens the content.
   *
   * @param archive the archive; the returned channel closes it, or this method if it fails
   */
  SeekableByteChannel open(SeekableByteChannel archive) throws IOException {
    try {
      requireReadable();
      long start = dataStart(archive);
      return method == ZipEntry.STORED
          ? new StoredChannel(archive, start, this)
          : new InflatedChannel(archive, start, this);
    } catch (Throwable failure) {
      archive.close();
      throw failure;
    }
  }

  private void requireReadable() throws ZipException {
    if (name.endsWith("/")) {
      throw new ZipException("entry " + name + " is a folder");
    }
    if (encrypted) {
      throw new ZipException("entry " + name + " is encrypted");
    }
    if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
      throw new ZipException(
          "entry " + name + " is compressed with method " + method + "; only 0 and 8 can be read");
    }
    boolean stored = method == ZipEntry.STORED;
    if (size < 0 || compressedSize < 0 || (stored && size != compressedSize)) {
      throw damaged("its size is wrong");
    }
  }

  /** Returns the position of the content. Only the local header says how long that header is. */
  private long dataStart(SeekableByteChannel archive) throws IOException {
    ByteBuffer local = ByteBuffer.allocate(HEADER_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    if (header < 0
        || header > archive.size() - HEADER_SIZE
        || !Positioned.readFully(archive, local, header)
        || local.getInt(0) != HEADER_SIGNATURE) {
      throw damaged("its header is missing");
    }
    long start =
        header
            + HEADER_SIZE
            + Short.toUnsignedInt(local.getShort(HEADER_NAME_LENGTH))
            + Short.toUnsignedInt(local.getShort(HEADER_EXTRA_LENGTH));
    if (compressedSize > archive.size() - start) {
      throw damaged("the archive ends before the entry does");
    }
    return start;
  }

  ZipException damaged(String how) {
    return new ZipException("entry " + name + " is damaged: " + how);
  }
}
