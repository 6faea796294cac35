package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.ZipException;

/**
 * The central directory of an archive, byte for byte. It has a header for each entry.
 *
 * <p>Source: PKWARE, "APPNOTE.TXT", 4.3.12 to 4.3.16.
 */
final class CentralDirectory {

  private static final int END_SIGNATURE = 0x06054B50;
  private static final int END_SIZE = 22;
  private static final int END_DIRECTORY_SIZE = 12;
  private static final int END_DIRECTORY_START = 16;
  private static final int MAX_COMMENT = 0xFFFF;

  private static final int LOCATOR_SIGNATURE = 0x07064B50;
  private static final int LOCATOR_SIZE = 20;
  private static final int LOCATOR_END = 8;

  private static final int END64_SIGNATURE = 0x06064B50;
  private static final int END64_SIZE = 56;
  private static final int END64_DIRECTORY_SIZE = 40;
  private static final int END64_DIRECTORY_START = 48;

  private static final int BLOCK = 1 << 16;

  private final byte[] headers;
  private final long archiveStart;

  /**
   * Creates a directory.
   *
   * @param headers the headers, one after the other
   * @param archiveStart the position in the file from which the archive's own positions count: a
   *     program may be in front of the archive
   */
  private CentralDirectory(byte[] headers, long archiveStart) {
    this.headers = headers;
    this.archiveStart = archiveStart;
  }

  /** Returns a new view of the headers, before the first. */
  EntryHeader beforeFirst() {
    return new EntryHeader(headers, archiveStart);
  }

  /**
   * Reads the directory.
   *
   * @throws DamagedException if the archive has none, or gives an impossible place for it
   */
  static CentralDirectory read(SeekableByteChannel archive) throws IOException {
    long size = archive.size();
    int tailSize = (int) Math.min(size, LOCATOR_SIZE + END_SIZE + MAX_COMMENT);
    ByteBuffer tail = read(archive, size - tailSize, tailSize);
    int end = findEnd(tail);
    long position = size - tailSize + end;
    int locator = end - LOCATOR_SIZE;
    return locator >= 0 && tail.getInt(locator) == LOCATOR_SIGNATURE
        ? readZip64(archive, position - LOCATOR_SIZE, tail.getLong(locator + LOCATOR_END))
        : read(
            archive,
            position,
            Integer.toUnsignedLong(tail.getInt(end + END_DIRECTORY_SIZE)),
            Integer.toUnsignedLong(tail.getInt(end + END_DIRECTORY_START)));
  }

  /** Finds the record that ends an archive. Only a comment may follow it. */
  private static int findEnd(ByteBuffer tail) throws DamagedException {
    for (int end = tail.limit() - END_SIZE; end >= 0; end--) {
      if (tail.getInt(end) == END_SIGNATURE) {
        return end;
      }
    }
    throw new DamagedException("The end of the central directory is missing.");
  }

  /**
   * Reads the directory of a Zip64 archive, which another record ends.
   *
   * @param locator the position of the record that locates the one at the directory's end
   * @param end where that one is in the archive, according to the locator
   */
  private static CentralDirectory readZip64(SeekableByteChannel archive, long locator, long end)
      throws IOException {
    long last = locator - END64_SIZE; // The record is here if a program is in front of the archive.
    for (long position : new long[] {end, last}) {
      if (position >= 0 && position <= last) {
        ByteBuffer record = read(archive, position, END64_SIZE);
        if (record.getInt(0) == END64_SIGNATURE) {
          return read(
              archive,
              position,
              record.getLong(END64_DIRECTORY_SIZE),
              record.getLong(END64_DIRECTORY_START));
        }
      }
    }
    throw new DamagedException("The end of the Zip64 central directory is missing.");
  }

  /**
   * Reads the headers.
   *
   * @param end the position of the record that follows them
   * @param size their size in bytes, according to that record
   * @param start where they are in the archive, according to that record
   */
  private static CentralDirectory read(SeekableByteChannel archive, long end, long size, long start)
      throws IOException {
    if (size < 0 || size > end || start < 0 || start > end - size) {
      throw new DamagedException("The central directory begins before the archive does.");
    }
    if (size > Integer.MAX_VALUE - BLOCK) {
      throw new DamagedException("The central directory has more than 2 GB.");
    }
    if (size == 0 && end > 0 && beginsWithEntry(archive)) {
      throw new DamagedException("The central directory is empty, but the archive is not.");
    }
    byte[] headers = new byte[(int) size];
    read(archive, end - size, ByteBuffer.wrap(headers));
    return new CentralDirectory(headers, end - size - start);
  }

  private static boolean beginsWithEntry(SeekableByteChannel archive) throws IOException {
    return read(archive, 0, Integer.BYTES).getInt(0) == ZipEntryInfo.HEADER_SIGNATURE;
  }

  private static ByteBuffer read(SeekableByteChannel archive, long position, int size)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    read(archive, position, bytes);
    return bytes;
  }

  /** Reads in blocks, because a file's channel uses as much native memory as it reads at once. */
  private static void read(SeekableByteChannel archive, long position, ByteBuffer bytes)
      throws IOException {
    int size = bytes.capacity();
    while (bytes.position() < size) {
      bytes.limit(Math.min(size, bytes.position() + BLOCK));
      if (!Positioned.readFully(archive, bytes, position + bytes.position())) {
        throw new DamagedException("The archive ends too early.");
      }
    }
  }

  /** Damage of a directory, as opposed to that of an entry which contains the archive. */
  static final class DamagedException extends ZipException {
    private static final long serialVersionUID = 1;

    DamagedException(String how) {
      super(how);
    }
  }
}
