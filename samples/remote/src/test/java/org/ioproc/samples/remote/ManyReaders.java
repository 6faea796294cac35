package org.ioproc.samples.remote;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;

/** A program that reads many files at the same time, each on a thread of its own. */
public final class ManyReaders {

  private ManyReaders() {}

  /** Reads files. The arguments are their names. */
  public static void main(String[] names) throws Exception {
    Mmio mmio = Mmio.newEmbedded();
    UrlIoProcInstaller.install(mmio, new UrlIoProc());
    S3IoProcInstaller.install(mmio, new S3IoProc());
    ExecutorService threads = Executors.newFixedThreadPool(names.length);
    List<Future<Long>> running = new ArrayList<>();
    for (String name : names) {
      running.add(threads.submit(() -> readAll(mmio, name)));
    }
    for (Future<Long> one : running) {
      System.out.println(one.get());
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
