package org.ioproc.bench;

import static org.ioproc.MmioMessages.MMIOM_OPEN;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;
import org.ioproc.mmio.Mmio;

/**
 * Prints how long it takes to open a missing file 10,000 times, as programs that try several names
 * do: by the message alone and by a Java client. The baseline is a procedure written by hand that
 * throws and catches the same exception.
 */
public final class MissingFileBenchmark {

  private static final int OPENS = 10_000;
  private static final int FILE_NOT_FOUND = 257;

  private final Mmio mmio = Mmio.newEmbeddedNative();
  private final MmioInfo info = MmioInfo.allocate();

  private MissingFileBenchmark() {}

  /** Runs the benchmark; it takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    new MissingFileBenchmark().run();
  }

  private void run() throws Exception {
    System.out.println(
        "Java " + Runtime.version().feature() + ", " + Mmio.embedded().description());
    mmio.installIoProc(FourCc.of("BARE"), Transport.current().stub(new ByHand()));
    try (InstalledIoProc installed =
        MissingIoProcInstaller.install(mmio, new MissingIoProc(new byte[0]))) {
      measure(mmio.findIoProc(installed.code()), mmio.findIoProc(FourCc.of("BARE")));
    }
  }

  private void measure(long procedure, long byHand) throws Exception {
    Map<String, Medians.Work> pieces = new LinkedHashMap<>();
    pieces.put("messages", () -> send(procedure, "a.miss+x.wav"));
    pieces.put("messages, by hand", () -> send(byHand, "a.bare+x.wav"));
    pieces.put("opens by a client", () -> open("a.miss+x.wav"));
    pieces.put("opens by a client, by hand", () -> open("a.bare+x.wav"));
    for (Medians.Work piece : pieces.values()) {
      for (int i = 0; i < 10; i++) {
        piece.run();
      }
    }
    Medians medians = Medians.of(31, pieces);
    medians.print();
    medians.printRatio("messages", "messages, by hand");
    medians.printRatio("opens by a client", "opens by a client, by hand");
  }

  private void send(long procedure, String name) throws IOException {
    ByteBuffer text = AnsiText.encode(name);
    long address = Transport.current().memory().address(text);
    for (int i = 0; i < OPENS; i++) {
      requireMissing(Transport.current().call(procedure, info.address(), MMIOM_OPEN, address, 0));
    }
    Reference.reachabilityFence(text);
  }

  private void open(String name) throws IOException {
    for (int i = 0; i < OPENS; i++) {
      try {
        mmio.open(name).close();
        throw new IOException("The file must be missing, but it was opened.");
      } catch (MmioException missing) {
        requireMissing(missing.error().code());
      }
    }
  }

  private static void requireMissing(long code) throws IOException {
    if (code != FILE_NOT_FOUND) {
      throw new IOException("The code must be " + FILE_NOT_FOUND + "; it is " + code + ".");
    }
  }

  /** The procedure as people write it without the library. It decodes the name, too. */
  private static final class ByHand implements IoProcedure {

    @Override
    public long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
      try {
        return message == MMIOM_OPEN ? open(AnsiText.at(lParam1)) : 0;
      } catch (NoSuchFileException missing) {
        return FILE_NOT_FOUND;
      } catch (IOException other) {
        return 259;
      }
    }

    private static long open(String name) throws NoSuchFileException {
      throw new NoSuchFileException(name);
    }
  }
}
