package org.ioproc.samples.zip;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioOption;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.samples.testing.Archives;
import org.ioproc.samples.testing.CallPath;
import org.ioproc.samples.testing.RawZip;
import org.ioproc.samples.testing.Reads;
import org.ioproc.samples.testing.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that the sample reads the same bytes as java.util.zip: contents of many kinds, compressed
 * in many ways and read in pieces of many sizes.
 */
final class ZipReadingsTest {

  private static final int[] PIECES = {1, 2, 7, 511, 512, 513, 4096, 32_768, 65_536, 100_000};

  @TempDir Path folder;

  private final ZipIoProc procedure = new ZipIoProc();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsWhatJavaReads(long seed) throws IOException {
    Random random = new Random(seed);
    Path archive = RandomArchive.create(folder.resolve("random.zip"), random, 40);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        byte[] content = read(zip, entry);
        String name = archive + "+" + entry.getName();
        try (SeekableByteChannel file = procedure.open(Request.toRead(name))) {
          compare(name, file, content, random);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatJavaReadsThroughMmio(CallPath path) throws IOException {
    Random random = new Random(9);
    Path archive = RandomArchive.create(folder.resolve("random.zip"), random, 40);
    Mmio mmio = path.newManager();
    try (InstalledIoProc installed = ZipIoProcInstaller.install(mmio, procedure);
        ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        byte[] content = read(zip, entry);
        String name = archive + "+" + entry.getName();
        try (MmioFile file = mmio.open(name, READ)) {
          compare(name, file, content, random);
        }
        try (MmioFile file = mmio.open(name, READ, MmioOption.BUFFERED)) {
          compare(name, file, content, random);
        }
      }
      assertThat(installed.openFiles()).isEqualTo(0);
    }
  }

  /** Reads in one of several ways. Each must work on an entry that has not been read before. */
  private static void compare(String name, SeekableByteChannel file, byte[] content, Random random)
      throws IOException {
    assertThat(file.size()).isEqualTo(content.length);
    switch (random.nextInt(4)) {
      case 0 -> Reads.compareAtRandom(file, content, 20, random.nextLong());
      case 1 -> compareEnd(name, file, content, random.nextInt(content.length / 2 + 1));
      case 2 -> {
        compareEnd(name, file, content, random.nextInt(3000));
        comparePieces(name, file, content, PIECES[3 + random.nextInt(PIECES.length - 3)]);
      }
      default -> {
        int piece = PIECES[content.length < 40_000 ? random.nextInt(PIECES.length) : 4];
        comparePieces(name, file, content, piece);
        Reads.compareAtRandom(file, content, 5, random.nextLong());
      }
    }
  }

  private static void compareEnd(String name, SeekableByteChannel file, byte[] content, int count)
      throws IOException {
    int from = Math.max(0, content.length - count);
    assertWithMessage("%s from %s", name, from)
        .that(Reads.at(file, from, count + 1))
        .isEqualTo(Arrays.copyOfRange(content, from, content.length));
  }

  private static void comparePieces(
      String name, SeekableByteChannel file, byte[] content, int piece) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(content.length + piece);
    file.position(0);
    do {
      read.limit(read.position() + piece);
    } while (file.read(read) > 0);
    assertWithMessage("%s in pieces of %s", name, piece)
        .that(Arrays.copyOf(read.array(), read.position()))
        .isEqualTo(content);
  }

  private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream input = zip.getInputStream(entry)) {
      return input.readAllBytes();
    }
  }

  /** Tries compressed data that ends at each byte around the end of a buffer. */
  @Test
  void compressedDataMayEndWithABuffer() throws IOException {
    Path archive = folder.resolve("edges.zip");
    byte[] noise = new byte[65_560];
    new Random(1).nextBytes(noise);
    try (RandomArchive.Packing zip = new RandomArchive.Packing(Files.newOutputStream(archive))) {
      for (int size = 32_700; size <= 32_780; size++) {
        zip.add("a" + size, 0, 0, Arrays.copyOf(noise, size));
        zip.add("b" + size, 0, 0, Arrays.copyOf(noise, size + 32_768));
      }
    }
    for (int size = 32_700; size <= 32_780; size++) {
      compareEntry(archive + "+a" + size, Arrays.copyOf(noise, size));
      compareEntry(archive + "+b" + size, Arrays.copyOf(noise, size + 32_768));
    }
  }

  private void compareEntry(String name, byte[] content) throws IOException {
    try (SeekableByteChannel file = procedure.open(Request.toRead(name))) {
      comparePieces(name, file, content, 4096);
    }
  }

  /** zlib takes its last input long before it returns its last output. */
  @ParameterizedTest
  @CsvSource({"1, 1", "10, 3", "1000, 1000", "70000, 512"})
  void readsTheEndOfALongSilence(int fromEnd, int count) throws IOException {
    long size = (1 << 26) + 5;
    Path archive = folder.resolve("silence.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("silence"));
      byte[] zeros = new byte[1 << 20];
      for (long left = size; left > 0; left -= zeros.length) {
        zip.write(zeros, 0, (int) Math.min(left, zeros.length));
      }
    }
    try (SeekableByteChannel file = procedure.open(Request.toRead(archive + "+silence"))) {
      assertThat(file.size()).isEqualTo(size);
      assertThat(Reads.at(file, size - fromEnd, count)).isEqualTo(new byte[count]);
      assertThat(Reads.at(file, size - 1, 10)).isEqualTo(new byte[1]);
      assertThat(Reads.at(file, 0, 10)).isEqualTo(new byte[10]);
    }
  }

  /** Tries sizes of 64 bits, sizes that follow the data, and a program in front of the archive. */
  @ParameterizedTest
  @CsvSource({
    "AsNeeded, 0",
    "Always, 0",
    "AlwaysWithCompatibility, 0",
    "AsNeeded, 777",
    "Always, 777"
  })
  void readsOtherKindsOfArchives(Zip64Mode mode, int before) throws IOException {
    byte[] content = Archives.content(300_000, 1);
    Path archive = folder.resolve("kind.zip");
    try (OutputStream file = Files.newOutputStream(archive)) {
      file.write(new byte[before]);
      try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
        zip.setUseZip64(mode);
        for (String name : new String[] {"first", "second"}) {
          zip.putArchiveEntry(new ZipArchiveEntry(name));
          zip.write(content);
          zip.closeArchiveEntry();
        }
        ZipArchiveEntry stored = new ZipArchiveEntry("stored");
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(content.length);
        stored.setCrc(RawZip.crc(content));
        zip.putArchiveEntry(stored);
        zip.write(content);
        zip.closeArchiveEntry();
      }
    }
    for (String name : new String[] {"first", "second", "stored"}) {
      compareEntry(archive + "+" + name, content);
    }
  }
}
