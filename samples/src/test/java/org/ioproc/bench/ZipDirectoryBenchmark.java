package org.ioproc.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.samples.zip.ZipIoProc;
import org.ioproc.samples.zip.ZipIoProcInstaller;

/**
 * Compares the sample with {@link ZipFile}, for an archive of 1,000,000 entries: the time until the
 * first entry can be read, and the heap that the archive's directory takes.
 */
public final class ZipDirectoryBenchmark {

  private static final int ENTRIES = 1_000_000;
  private static final int ROUNDS = 11;
  private static final int MORE_OPENS = 1000;
  private static final String PROCEDURE = "first entry through ZipIoProc";
  private static final String ZIP_FILE = "first entry through ZipFile";

  private final Path archive;

  private ZipDirectoryBenchmark(Path archive) {
    this.archive = archive;
  }

  /** Runs the benchmark; it takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("ioproc-bench");
    try {
      ZipDirectoryBenchmark benchmark = new ZipDirectoryBenchmark(create(folder.resolve("m.zip")));
      System.out.printf(
          Locale.ROOT, "Java %d, %,d entries%n", Runtime.version().feature(), ENTRIES);
      benchmark.times();
      benchmark.moreTimes();
      benchmark.heap();
    } finally {
      Folders.delete(folder);
    }
  }

  private static Path create(Path archive) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(0);
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
      zip.setMethod(ZipOutputStream.STORED);
      for (int i = 0; i < ENTRIES; i++) {
        ZipEntry entry = new ZipEntry(name(i));
        entry.setSize(1);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(0);
      }
    }
    return archive;
  }

  private static String name(int entry) {
    return "folder/track" + entry + ".wav";
  }

  private void times() throws Exception {
    Map<String, Medians.Work> pieces = new LinkedHashMap<>();
    pieces.put(ZIP_FILE, () -> openZipFile().close());
    pieces.put(PROCEDURE, this::install);
    Medians medians = Medians.of(ROUNDS, pieces);
    medians.print();
    medians.printRatio(PROCEDURE, ZIP_FILE);
  }

  private void moreTimes() throws Exception {
    Mmio mmio = install();
    Random random = new Random(1);
    double time =
        Medians.milliseconds(
            () -> {
              for (int i = 0; i < MORE_OPENS; i++) {
                readEntry(mmio, random.nextInt(ENTRIES));
              }
            });
    System.out.printf(Locale.ROOT, "each entry after that: %.1f us%n", time * 1e3 / MORE_OPENS);
  }

  private void heap() throws Exception {
    double zipFile = heap(this::openZipFile);
    double procedure = heap(this::install);
    System.out.printf(
        Locale.ROOT,
        "heap: ZipFile %.1f MB, ZipIoProc %.1f MB%n%10.2f = heap of ZipIoProc / of ZipFile%n",
        zipFile / 1e6,
        procedure / 1e6,
        procedure / zipFile);
  }

  /** Returns how much heap an object takes, with all that it keeps in use. */
  private static long heap(Callable<?> creation) throws Exception {
    long before = usedHeap();
    Object created = creation.call();
    long after = usedHeap();
    Reference.reachabilityFence(created);
    if (created instanceof AutoCloseable closeable) {
      closeable.close();
    }
    return after - before;
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Installs the sample in a new manager, opens an entry, and returns the manager. */
  private Mmio install() throws IOException {
    Mmio mmio = Mmio.newEmbedded();
    ZipIoProcInstaller.install(mmio, new ZipIoProc());
    readEntry(mmio, ENTRIES - 1);
    return mmio;
  }

  private void readEntry(Mmio mmio, int entry) throws IOException {
    try (MmioFile file = mmio.open(archive + "+" + name(entry))) {
      if (file.read(ByteBuffer.allocate(2)) != 1) {
        throw new IOException("The entry " + entry + " must have one byte.");
      }
    }
  }

  private ZipFile openZipFile() throws IOException {
    ZipFile zip = new ZipFile(archive.toFile());
    if (zip.getInputStream(zip.getEntry(name(ENTRIES - 1))).readAllBytes().length != 1) {
      throw new IOException("The last entry must have one byte.");
    }
    return zip;
  }
}
