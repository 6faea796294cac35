package org.ioproc.wrapper.tool.jar;

import static org.ioproc.wrapper.tool.jar.CentralDirectory.DEFLATED;
import static org.ioproc.wrapper.tool.jar.CentralDirectory.END_MARK;
import static org.ioproc.wrapper.tool.jar.CentralDirectory.END_SIZE;
import static org.ioproc.wrapper.tool.jar.CentralDirectory.ENTRY_MARK;
import static org.ioproc.wrapper.tool.jar.CentralDirectory.ENTRY_SIZE;
import static org.ioproc.wrapper.tool.jar.CentralDirectory.LOCAL_MARK;
import static org.ioproc.wrapper.tool.jar.CentralDirectory.LOCAL_SIZE;
import static org.ioproc.wrapper.tool.jar.CentralDirectory.STORED;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes zip archives whose sizes are multiples of a section's alignment in a DLL; the archive's
 * comment fills the rest. The same entries always result in the same bytes.
 */
final class ZipWriter {

  private static final int ALIGNMENT = 0x200;

  private static final short VERSION_NEEDED = 20;
  private static final short UTF_8_NAMES = 0x0800;

  /** 1 February 1980. January's first day in some time zones belongs to 1979, before zip's time. */
  private static final short DATE = (2 << 5) | 1;

  /** The count that stands for a larger one in Zip64 archives. */
  private static final int TOO_MANY = 0xFFFF;

  private static final int LARGEST_SIZE = 1 << 30;

  private final ByteBuffer archive;

  private ZipWriter(int size) {
    archive = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] write(List<Entry> entries) throws InputException, IOException {
    if (entries.size() >= TOO_MANY) {
      throw new InputException(
          ("A DLL must contain fewer than 65,535 files. These jars contain %d. Leave out jars"
                      + " that the")
                  .formatted(entries.size())
              + " procedures do not need, or use --layout folder.");
    }
    return new ZipWriter(size(entries)).all(entries);
  }

  private static int size(List<Entry> entries) throws InputException {
    long size = END_SIZE;
    for (Entry entry : entries) {
      size += LOCAL_SIZE + ENTRY_SIZE + 2L * name(entry).length + entry.compressedSize();
    }
    if (size > LARGEST_SIZE) {
      throw new InputException(
          "The classes in a DLL must take at most 1 GB. These take %d MB. Leave out jars that the"
                  .formatted(size >> 20)
              + " procedures do not need, or use --layout folder.");
    }
    return (int) (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private byte[] all(List<Entry> entries) throws IOException {
    int[] offsets = new int[entries.size()];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = archive.position();
      local(entries.get(i));
    }
    int directory = archive.position();
    for (int i = 0; i < offsets.length; i++) {
      central(entries.get(i), offsets[i]);
    }
    end(offsets.length, directory);
    return archive.array();
  }

  private void local(Entry entry) throws IOException {
    archive.putInt(LOCAL_MARK);
    common(entry);
    archive.put(name(entry)).put(entry.compressed());
  }

  private void central(Entry entry, int offset) {
    archive.putInt(ENTRY_MARK).putShort(VERSION_NEEDED);
    common(entry);
    archive.putShort((short) 0); // the comment's length
    archive.putShort((short) 0); // the disk
    archive.putShort((short) 0); // internal attributes
    archive.putInt(0); // external attributes
    archive.putInt(offset).put(name(entry));
  }

  /** Writes what both headers of an entry contain. */
  private void common(Entry entry) {
    archive.putShort(VERSION_NEEDED).putShort(UTF_8_NAMES);
    archive.putShort((short) (entry.isDeflated() ? DEFLATED : STORED));
    archive.putShort((short) 0).putShort(DATE);
    archive.putInt(entry.crc()).putInt(entry.compressedSize()).putInt(entry.size());
    archive.putShort((short) name(entry).length);
    archive.putShort((short) 0); // the extra field's length
  }

  private void end(int count, int directory) {
    int size = archive.position() - directory;
    archive.putInt(END_MARK).putInt(0).putShort((short) count).putShort((short) count);
    archive.putInt(size).putInt(directory);
    archive.putShort((short) (archive.remaining() - Short.BYTES));
  }

  private static byte[] name(Entry entry) {
    return entry.name().getBytes(StandardCharsets.UTF_8);
  }
}
