package org.ioproc.bench;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ioproc.internal.transport.Transport;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.OpenParameters;
import org.ioproc.mmio.SeekOrigin;

/**
 * Prints how long calls of the system's manager take in a Java program: medians of rounds. A file
 * in memory involves no procedure; a seek in the other file is a message to a procedure in Java.
 */
public final class ClientBenchmark {

  private static final int ROUNDS = 101;
  private static final int CALLS = 20_000;
  private static final int WARM_UP = 50;

  private final ByteBuffer target = ByteBuffer.allocateDirect(64);

  private ClientBenchmark() {}

  /** Runs the benchmark; it takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    new ClientBenchmark().run();
  }

  private void run() throws Exception {
    long procedure = Transport.current().stub((info, message, p1, p2) -> message == 2 ? p1 : 0);
    OpenParameters inMemory = OpenParameters.inMemory(ByteBuffer.allocateDirect(4096));
    try (MmioFile memory = Mmio.system().open(null, inMemory, READ, WRITE);
        MmioFile ours = Mmio.system().open("any", OpenParameters.byProcedure(procedure))) {
      Map<String, Medians.Work> pieces = new LinkedHashMap<>();
      pieces.put("a seek in a file in memory", () -> seek(memory));
      pieces.put("64 bytes read from a file in memory", () -> read(memory));
      pieces.put("a seek in a file of a procedure in Java", () -> seek(ours));
      for (int i = 0; i < WARM_UP; i++) {
        for (Medians.Work piece : pieces.values()) {
          piece.run();
        }
      }
      print(Medians.of(ROUNDS, pieces), pieces);
    }
  }

  private static void print(Medians medians, Map<String, Medians.Work> pieces) {
    System.out.println(Mmio.system().description());
    for (String name : pieces.keySet()) {
      double nanoseconds = medians.median(name) * 1e6 / CALLS;
      System.out.printf(Locale.ROOT, "%8.1f ns  %s%n", nanoseconds, name);
    }
  }

  private static void seek(MmioFile file) throws IOException {
    for (int i = 0; i < CALLS; i++) {
      file.seek(i & 1023, SeekOrigin.START);
    }
  }

  private void read(MmioFile file) throws IOException {
    for (int i = 0; i < CALLS; i++) {
      if ((i & 31) == 0) {
        file.seek(0, SeekOrigin.START);
      }
      file.read(target.clear());
    }
  }
}
