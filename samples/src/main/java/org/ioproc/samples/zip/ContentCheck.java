package org.ioproc.samples.zip;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** Compares an entry's content with its CRC-32, if it is read from start to end. */
final class ContentCheck {

  private final ZipEntryInfo entry;
  private final CRC32 crc = new CRC32();
  private long checked;

  ContentCheck(ZipEntryInfo entry) {
    this.entry = entry;
  }

  /**
   * Takes note of bytes that were read.
   *
   * @param bytes all that remain
   * @param from where they are in the content
   * @throws ZipException if they are the last ones and the content is not what was packed
   */
  void read(ByteBuffer bytes, long from) throws ZipException {
    if (from == 0) {
      restart();
    }
    if (from != checked) {
      return;
    }
    checked += bytes.remaining();
    crc.update(bytes);
    if (checked == entry.size() && crc.getValue() != entry.crc()) {
      throw entry.damaged("its content does not match its checksum");
    }
  }

  private void restart() {
    crc.reset();
    checked = 0;
  }
}
