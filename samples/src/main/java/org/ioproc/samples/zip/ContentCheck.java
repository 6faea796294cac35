package org.ioproc.samples.zip;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** Compares the content of an entry with its CRC-32 if a program reads it from start to end. */
final class ContentCheck {

  private final ZipEntryInfo entry;
  private final CRC32 crc = new CRC32();
  private long checked;

  ContentCheck(ZipEntryInfo entry) {
    this.entry = entry;
  }

  /**
   * Adds bytes to the checksum if they follow the bytes that it covers already.
   *
   * @param bytes the bytes that were read: those that remain in the buffer
   * @param from their position in the content
   * @throws ZipException if they end the content and the checksum is wrong
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
