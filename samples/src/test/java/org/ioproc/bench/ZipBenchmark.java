package org.ioproc.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ioproc.InstalledIoProc;
import org.ioproc.mmio.Mmio;
import org.ioproc.samples.zip.ZipIoProc;
import org.ioproc.samples.zip.ZipIoProcInstaller;

/**
 * Prints how long it takes to read a deflated entry of 64 MiB through {@code ZipIoProc}: in
 * sequence, compared with {@link ZipInputStream}; at random positions, compared with opening the
 * entry for each; and the first 64 KiB, compared with extracting the entry first, as programs do
 * without the procedure.
 */
public final class ZipBenchmark {

  private static final int SIZE = 64 << 20;
  private static final int BLOCK = 64 << 10;
  private static final int SEEKS = 1000;
  private static final int REOPENS = 10;

  private final Path archive;
  private final Path extracted;
  private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
  private final byte[] array = new byte[BLOCK];

  private ZipBenchmark(Path folder) throws IOException {
    archive = folder.resolve("sound.zip");
    extracted = folder.resolve("sound.wav");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("sound.wav"));
      zip.write(sound());
    }
  }

  /** Runs the benchmark; it takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("ioproc-bench");
    try {
      new ZipBenchmark(folder).run();
    } finally {
      Folders.delete(folder);
    }
  }

  /** Returns a falling tone of 16 bits with some noise. It compresses to about two thirds. */
  private static byte[] sound() {
    Random random = new Random(1);
    ByteBuffer samples = ByteBuffer.allocate(SIZE);
    for (int i = 0; samples.hasRemaining(); i++) {
      samples.putShort((short) (8000 * Math.sin(1e4 / (1 + i % 1e5)) + random.nextInt(64)));
    }
    return samples.array();
  }

  private void run() throws Exception {
    System.out.println(
        "Java " + Runtime.version().feature() + ", " + Mmio.embedded().description());
    Map<String, Medians.Work> pieces = new LinkedHashMap<>();
    pieces.put("64 MiB in sequence", () -> installed(this::readAll));
    pieces.put("64 MiB by ZipInputStream", this::readStream);
    pieces.put("first 64 KiB through the procedure", () -> installed(this::readFirst));
    pieces.put("first 64 KiB by extraction", this::extractAndReadFirst);
    pieces.put("a read at a random position", () -> installed(file -> seek(file, 1)));
    pieces.put("1000 reads at random positions", () -> installed(file -> seek(file, SEEKS)));
    pieces.put("10 reads at random positions by opening again", this::reopen);
    Medians medians = Medians.of(7, pieces);
    medians.print();
    medians.printRatio("64 MiB in sequence", "64 MiB by ZipInputStream");
    medians.printRatio("first 64 KiB by extraction", "first 64 KiB through the procedure");
    medians.printRatio(
        "10 reads at random positions by opening again", "1000 reads at random positions");
  }

  /** Reads through a new manager and a new procedure, which have cached nothing. */
  private void installed(Reading reading) throws IOException {
    Mmio mmio = Mmio.newEmbeddedNative();
    InstalledIoProc procedure = ZipIoProcInstaller.install(mmio, new ZipIoProc());
    try (SeekableByteChannel file = mmio.open(archive + "+sound.wav")) {
      reading.read(file);
    } finally {
      procedure.close();
    }
  }

  private void readAll(SeekableByteChannel file) throws IOException {
    long total = 0;
    for (int read = 0; read >= 0; read = file.read(block.clear())) {
      total += read;
    }
    require(total, SIZE);
  }

  private void readStream() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      zip.getNextEntry();
      long total = 0;
      for (int read = 0; read >= 0; read = zip.read(array)) {
        total += read;
      }
      require(total, SIZE);
    }
  }

  private void readFirst(SeekableByteChannel file) throws IOException {
    require(file.read(block.clear()), BLOCK);
  }

  private void extractAndReadFirst() throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile());
        InputStream entry = zip.getInputStream(zip.getEntry("sound.wav"))) {
      Files.copy(entry, extracted, StandardCopyOption.REPLACE_EXISTING);
    }
    try (FileChannel file = FileChannel.open(extracted)) {
      readFirst(file);
    }
  }

  private void seek(SeekableByteChannel file, int seeks) throws IOException {
    Random random = new Random(2);
    for (int i = 0; i < seeks; i++) {
      file.position(random.nextInt(SIZE - BLOCK));
      require(file.read(block.clear().limit(4096)), 4096);
    }
  }

  private void reopen() throws IOException {
    Random random = new Random(2);
    for (int i = 0; i < REOPENS; i++) {
      try (ZipFile zip = new ZipFile(archive.toFile());
          InputStream entry = zip.getInputStream(zip.getEntry("sound.wav"))) {
        entry.skipNBytes(random.nextInt(SIZE - BLOCK));
        require(entry.readNBytes(array, 0, 4096), 4096);
      }
    }
  }

  private static void require(long count, long expected) throws IOException {
    if (count != expected) {
      throw new IOException("Read " + count + " bytes instead of " + expected + ".");
    }
  }

  private interface Reading {
    void read(SeekableByteChannel file) throws IOException;
  }
}
