package org.ioproc.samples.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Builds archives as other programs write them, byte for byte. The entries are stored. */
public final class RawZip {

  public static final int DOS = 0;
  public static final int UNIX = 3;
  public static final int UTF8 = 1 << 11;

  private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;

  public RawZip add(String name, String content) {
    return add(name, utf8(content));
  }

  public RawZip add(String name, byte[] content) {
    return add(DOS, UTF8, utf8(name), new byte[0], content);
  }

  /**
   * Adds an entry.
   *
   * @param host the number of the system that the archive claims to come from
   * @param flags the general purpose bits
   * @param name the name in the directory
   * @param extra the extra fields in the directory
   */
  public RawZip add(int host, int flags, byte[] name, byte[] extra, byte[] content) {
    int header = entries.size();
    byte[] common = common(flags, name.length, content);
    entries.writeBytes(buffer(4).putInt(0x04034B50).array());
    entries.writeBytes(common);
    entries.writeBytes(buffer(2).array());
    entries.writeBytes(name);
    entries.writeBytes(content);
    directory.writeBytes(buffer(6).putInt(0x02014B50).putShort((short) (host << 8 | 20)).array());
    directory.writeBytes(common);
    directory.writeBytes(buffer(12).putShort((short) extra.length).array());
    directory.writeBytes(buffer(4).putInt(header).array());
    directory.writeBytes(name);
    directory.writeBytes(extra);
    count++;
    return this;
  }

  /** Returns the fields that the local header and the directory share. */
  private static byte[] common(int flags, int nameLength, byte[] content) {
    return buffer(24)
        .putShort((short) 20)
        .putShort((short) flags)
        .putShort((short) 0)
        .putInt(0x21 << 16)
        .putInt((int) crc(content))
        .putInt(content.length)
        .putInt(content.length)
        .putShort((short) nameLength)
        .array();
  }

  /** Returns an extra field 0x7075, which contains the name in UTF-8. */
  public static byte[] unicodePath(int version, long crc, String name) {
    byte[] utf8 = utf8(name);
    return buffer(9 + utf8.length)
        .putShort((short) 0x7075)
        .putShort((short) (5 + utf8.length))
        .put((byte) version)
        .putInt((int) crc)
        .put(utf8)
        .array();
  }

  public static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  public byte[] toBytes() {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    archive.writeBytes(entries.toByteArray());
    archive.writeBytes(directory.toByteArray());
    archive.writeBytes(buffer(8).putInt(0x06054B50).array());
    archive.writeBytes(buffer(4).putShort((short) count).putShort((short) count).array());
    archive.writeBytes(buffer(10).putInt(directory.size()).putInt(entries.size()).array());
    return archive.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
