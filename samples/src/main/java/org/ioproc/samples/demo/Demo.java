package org.ioproc.samples.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.ServiceConfigurationError;
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
 * demo.picture}, the PNG file that its waveform is drawn to. When something is wrong with them, or
 * with what Java needs, one line on the error stream says what, and the exit status is 1.
 */
public final class Demo {

  /**
   * What these would log is what the one line says. They are kept, because the logging system
   * forgets the settings of a logger that nobody keeps.
   */
  private static final List<Logger> SILENT =
      List.of(Logger.getLogger("org.ioproc"), Logger.getLogger("com.sun.jna"));

  /** As many characters as the picture is wide. */
  private static final int LONGEST_TITLE = 110;

  private Demo() {}

  /**
   * Runs the demo.
   *
   * @param args are not looked at
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    int status =
        run(
            System.getProperty("demo.file", "samples/music/music.zip+hello.wav"),
            System.getProperty("demo.picture", "waveform.png"),
            System.out,
            System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Other exceptions are mistakes in this program, and end it with their stack trace. */
  static int run(String file, String picture, PrintStream out, PrintStream errors) {
    try {
      run(DemoFile.name(file), PictureFile.of(picture), out);
      return 0;
    } catch (IOException
        | InvalidPathException
        | LinkageError
        | ServiceConfigurationError
        | OutOfMemoryError failure) {
      errors.println("demo: " + DemoText.printable(reason(failure)));
      return 1;
    }
  }

  private static void run(MmioName name, PictureFile picture, PrintStream out) throws IOException {
    DemoListener straight = DemoListener.listen(Mmio.newEmbedded(CallPath.STRAIGHT), name);
    DemoListener viaNative = DemoListener.listen(Mmio.newEmbedded(CallPath.NATIVE), name);
    WaveReading reading = straight.reading();
    String title = DemoText.shortened(DemoText.printable(name.toString()), LONGEST_TITLE);
    picture.write(WaveformPicture.png(reading.waveform(), title, reading.summary()));
    new DemoReport(out).print(name, straight, viaNative, picture);
  }

  /** What went wrong, for a person: the class's name is left out where the text says it all. */
  static String reason(Throwable failure) {
    String text = String.valueOf(failure.getMessage());
    if (failure instanceof MmioException mmio) {
      String symbol = mmio.error().symbol();
      return text.contains(symbol) ? text : text + " (" + symbol + ")";
    }
    if (failure instanceof OutOfMemoryError) {
      return "too little memory (" + text + "); start Java with a larger -Xmx";
    }
    if (failure instanceof InvalidPathException) {
      return "no path that this system can have: " + text;
    }
    Class<?> type = failure.getClass();
    return type == IOException.class || type == LinkageError.class
        ? text
        : type.getSimpleName() + ": " + text;
  }
}
