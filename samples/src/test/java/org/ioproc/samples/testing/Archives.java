package org.ioproc.samples.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives for tests. */
public final class Archives {

  /** More than is kept in memory, and not a multiple of anything. */
  public static final int LARGE = 1_234_567;

  /** The last bytes of each archive, which nobody would miss. */
  public static final String COMMENT = "made by a test";

  /** An extra field that nobody knows: tag, length, two bytes. It makes entries' headers longer. */
  private static final byte[] EXTRA = {0x77, 0x77, 2, 0, 1, 2};

  private Archives() {}

  /** Bytes that can be compressed, but not to nothing. */
  public static byte[] content(int size, long seed) {
    Random random = new Random(seed);
    byte[] content = new byte[size];
    for (int i = 0; i < size; i++) {
      content[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt() : i / 100);
    }
    return content;
  }

  /** An archive with the same content twice: {@code stored.bin} and {@code deflated.bin}. */
  public static Path make(Path archive, byte[] content) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.setComment(COMMENT);
      addStored(zip, "stored.bin", content);
      ZipEntry deflated = new ZipEntry("deflated.bin");
      deflated.setExtra(EXTRA);
      zip.putNextEntry(deflated);
      zip.write(content);
      zip.putNextEntry(new ZipEntry("folder/empty.bin"));
      addStored(zip, "folder/nothing.bin", new byte[0]);
      zip.putNextEntry(new ZipEntry("folder/"));
    }
    return archive;
  }

  /** An archive that holds a file, deflated. */
  public static void pack(Path archive, Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry(file.toFile().getName()));
      zip.write(Files.readAllBytes(file));
    }
  }

  public static void addStored(ZipOutputStream zip, String name, byte[] content)
      throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setExtra(EXTRA);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
