package org.ioproc.samples.remote;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;

/**
 * A program that reads many files at the same time, each on a thread of its own, several times. It
 * prints how long that took each time, in ms.
 */
public final class ManyReaders {

  private ManyReaders() {}

  /** Reads files. The arguments are how often, and the files' names. */
  public static void main(String[] arguments) throws Exception {
    List<String> names = List.of(arguments).subList(1, arguments.length);
    Mmio mmio = Mmio.newEmbedded();
    UrlIoProcInstaller.install(mmio, new UrlIoProc());
    S3IoProcInstaller.install(mmio, new S3IoProc());
    ExecutorService threads = Executors.newFixedThreadPool(names.size());
    for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
      long begin = System.nanoTime();
      List<Future<Long>> running = new ArrayList<>();
      for (String name : names) {
        running.add(threads.submit(() -> readAll(mmio, name)));
      }
      for (Future<Long> one : running) {
        one.get();
      }
      System.out.println((System.nanoTime() - begin) / 1e6);
    }
    threads.shutdown();
  }

  /** Reads a file in pieces of 8 KiB, and returns its size. */
  static long readAll(Mmio mmio, String name) throws Exception {
    try (MmioFile file = mmio.open(name)) {
      ByteBuffer piece = ByteBuffer.allocateDirect(8192);
      long total = 0;
      for (int count = file.read(piece); count > 0; count = file.read(piece.clear())) {
        total += count;
      }
      return total;
    }
  }
}
