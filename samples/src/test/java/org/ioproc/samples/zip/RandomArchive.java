package org.ioproc.samples.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Creates archives with random contents that are compressed in random ways. */
final class RandomArchive {

  /** The sizes of buffers. Contents, or the compressed data, may end there. */
  private static final int[] EDGES = {0, 512, 32_768, 65_536, 1 << 17, 1 << 18, (1 << 18) + 65_536};

  private static final int[] STRATEGIES = {
    Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY
  };

  private RandomArchive() {}

  static Path create(Path archive, Random random, int entries) throws IOException {
    try (Packing zip = new Packing(Files.newOutputStream(archive))) {
      for (int i = 0; i < entries; i++) {
        int level = random.nextInt(10);
        int strategy = STRATEGIES[random.nextInt(STRATEGIES.length)];
        byte[] content = content(random, size(random));
        zip.add(i + " of " + content.length + " at " + level, level, strategy, content);
      }
    }
    return archive;
  }

  /** Returns a random size, which is near the size of a buffer in one case of three. */
  private static int size(Random random) {
    return Math.max(
        0,
        switch (random.nextInt(3)) {
          case 0 -> random.nextInt(3000);
          case 1 -> random.nextInt(400_000);
          default -> EDGES[random.nextInt(EDGES.length)] + random.nextInt(5) - 2;
        });
  }

  /** Returns silence, noise, text, or some of each. */
  private static byte[] content(Random random, int size) {
    byte[] content = new byte[size];
    int kind = random.nextInt(4);
    int end;
    for (int start = 0; start < size; start = end) {
      end = kind < 3 ? size : Math.min(size, start + 1 + random.nextInt(50_000));
      fill(content, start, end, kind < 3 ? kind : random.nextInt(3), random);
    }
    return content;
  }

  private static void fill(byte[] content, int start, int end, int kind, Random random) {
    byte silence = (byte) (random.nextBoolean() ? 0 : 0x80);
    for (int i = start; i < end; i++) {
      content[i] =
          switch (kind) {
            case 0 -> silence;
            case 1 -> (byte) random.nextInt();
            default ->
                (byte) "the cat sat on a mat ".charAt(random.nextInt(3) + i / 3 % 7 * 3 % 19);
          };
    }
  }

  /** Writes an archive whose entries are compressed in different ways. */
  static final class Packing extends ZipOutputStream {

    Packing(OutputStream out) {
      super(out);
    }

    void add(String name, int level, int strategy, byte[] content) throws IOException {
      setLevel(level);
      def.setStrategy(strategy);
      putNextEntry(new ZipEntry(name));
      write(content);
      closeEntry();
    }
  }
}
