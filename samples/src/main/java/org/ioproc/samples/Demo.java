package org.ioproc.samples;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.mmio.CallPath;
import org.ioproc.mmio.Mmio;

/**
 * Shows an I/O procedure at work: a program that only knows mmio opens a WAV file inside a ZIP
 * archive, once with the procedure called straight and once through its native address, as Windows
 * calls it.
 *
 * <p>System properties: {@code demo.file}, the WAV file ({@code archive.zip+entry.wav}), and {@code
 * demo.picture}, where its waveform is drawn. When something is wrong with the file, one line on
 * the error stream says what, and the exit status is 1.
 */
public final class Demo {

  /** Kept, because the logging system forgets the settings of a logger that nobody keeps. */
  private static final Logger LIBRARY = Logger.getLogger("org.ioproc");

  private Demo() {}

  /**
   * Runs the demo.
   *
   * @param args are not looked at
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    LIBRARY.setLevel(Level.OFF); // What it would log is what the one line says.
    try {
      run(
          System.getProperty("demo.file", "samples/music/music.zip+hello.wav"),
          Path.of(System.getProperty("demo.picture", "waveform.png")));
    } catch (IOException | InvalidPathException failure) {
      System.err.println("demo: " + explain(failure));
      System.exit(1);
    }
  }

  private static void run(String file, Path picture) throws IOException {
    MmioName name = MmioName.of(file);
    DemoListener straight = DemoListener.listen(Mmio.newEmbedded(CallPath.STRAIGHT), name);
    DemoListener viaNative = DemoListener.listen(Mmio.newEmbedded(CallPath.NATIVE), name);
    WaveformPicture.write(
        straight.reading().waveform(), name.toString(), straight.reading().summary(), picture);
    new DemoReport(System.out).print(name, straight, viaNative, picture);
  }

  private static String explain(Exception failure) {
    String text = failure.toString();
    if (failure instanceof MmioException mmio) {
      String symbol = mmio.error().symbol();
      String message = String.valueOf(mmio.getMessage());
      text = message.contains(symbol) ? message : message + " (" + symbol + ")";
    }
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
