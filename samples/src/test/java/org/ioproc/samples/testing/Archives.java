package org.ioproc.samples.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Creates archives for tests. */
public final class Archives {

  /** More than the sample keeps in memory, and not a multiple of any buffer size. */
  public static final int LARGE = 1_234_567;

  /** The last bytes of each archive. Without them, no content is lost. */
  public static final String COMMENT = "created by a test";

  /** An extra field of an unknown kind, which makes headers longer: tag, length, two bytes. */
  private static final byte[] EXTRA = {0x77, 0x77, 2, 0, 1, 2};

  private Archives() {}

  /** Returns bytes that can be compressed, but not to almost nothing. */
  public static byte[] content(int size, long seed) {
    Random random = new Random(seed);
    byte[] content = new byte[size];
    for (int i = 0; i < size; i++) {
      content[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt() : i / 100);
    }
    return content;
  }

  /** Creates an archive with the content as {@code stored.bin} and as {@code deflated.bin}. */
  public static Path create(Path archive, byte[] content) throws IOException {
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

  /** Creates an archive that contains a file, deflated. */
  public static void pack(Path archive, Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry(file.toFile().getName()));
      zip.write(Files.readAllBytes(file));
    }
  }

  public static void addStored(ZipOutputStream zip, String name, byte[] content)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setExtra(EXTRA);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(RawZip.crc(content));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
