package org.ioproc.wrapper.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ioproc.wrapper.tool.support.TestJar;

/**
 * Measures how long the tool takes to write the DLLs of three architectures, with 3 and with 30 MB
 * of jars inside, and how much memory. The baseline merges the same jars into one, as programs that
 * build fat jars do. This is not a test, because times depend on the machine.
 */
final class WrapBenchmark {

  private static final int REPEATS = 7;
  private static final int ENTRY_SIZE = 8192;

  private WrapBenchmark() {}

  /** Prints a line for each size: the best times in ms, their ratio, and the peak of the heap. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("ioproc-benchmark");
    Path jar = folder.resolve("sounds.jar");
    Files.write(jar, TestJar.compiled(TestJar.ZIP_SOURCE).bytes());
    Path runtime = folder.resolve("runtime.jar");
    Files.write(runtime, TestJar.ofRuntime().bytes());
    System.out.println("MB of jars   3 DLLs   one fat jar   ratio   peak of the heap in MB");
    for (int megabytes : new int[] {3, 30}) {
      Path library = folder.resolve(megabytes + ".jar");
      writeLibrary(library, megabytes);
      print(megabytes, folder, jar, List.of(runtime, library));
    }
  }

  private static void print(int megabytes, Path folder, Path jar, List<Path> classPath)
      throws Exception {
    double wrapped = Double.MAX_VALUE;
    double merged = Double.MAX_VALUE;
    long peak = 0;
    for (int i = 0; i < REPEATS; i++) {
      heap().forEach(MemoryPoolMXBean::resetPeakUsage);
      long start = System.nanoTime();
      WrapTool.run(WrapRequest.of(jar).classPath(classPath).output(folder.resolve("out")).build());
      wrapped = Math.min(wrapped, (System.nanoTime() - start) / 1e6);
      peak = Math.max(peak, heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
      start = System.nanoTime();
      merge(folder.resolve("fat.jar"), classPath);
      merged = Math.min(merged, (System.nanoTime() - start) / 1e6);
    }
    System.out.printf(
        Locale.ROOT,
        "%10d %8.0f %13.0f %7.2f %24d%n",
        megabytes,
        wrapped,
        merged,
        wrapped / merged,
        peak >> 20);
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** Writes a jar whose entries can be compressed to three quarters of their size. */
  private static void writeLibrary(Path file, int megabytes) throws IOException {
    Random random = new Random(1);
    byte[] content = new byte[ENTRY_SIZE];
    TestJar library = new TestJar();
    for (int i = 0; i < megabytes * (1 << 20) / (ENTRY_SIZE * 3 / 4); i++) {
      for (int j = 0; j < content.length; j++) {
        content[j] = (byte) random.nextInt(64);
      }
      library.with("data/" + i, content.clone());
    }
    Files.write(file, library.bytes());
  }

  private static void merge(Path file, List<Path> jars) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file);
        ZipOutputStream merged = new ZipOutputStream(stream)) {
      for (Path jar : jars) {
        copy(jar, merged);
      }
    }
  }

  private static void copy(Path jar, ZipOutputStream merged) throws IOException {
    try (InputStream stream = Files.newInputStream(jar);
        ZipInputStream entries = new ZipInputStream(stream)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        merged.putNextEntry(new ZipEntry(entry.getName()));
        entries.transferTo(merged);
        merged.closeEntry();
      }
    }
  }
}
