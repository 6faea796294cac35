package org.ioproc.samples.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.mmio.Mmio;

/**
 * Shows an I/O procedure at work: opens a WAV file inside a ZIP archive through mmio, reads it,
 * draws its waveform and what mmio asked of the procedure, and reports what happened. It reads the
 * file twice: once with the procedure called directly from Java, and once through its native
 * address, as Windows calls it.
 *
 * <p>System properties: {@code demo.file} names the WAV file ({@code archive.zip+entry.wav}), and
 * {@code demo.picture} the PNG file to create; the other picture goes beside it. If the demo fails,
 * for example because one of them is wrong or Java cannot run native code, it prints one line to
 * the error stream and exits with status 1.
 */
public final class Demo {

  /**
   * Loggers that would repeat the demo's one-line error. They must stay referenced: otherwise the
   * logging system may discard them, and their levels with them.
   */
  private static final List<Logger> SILENT =
      List.of(Logger.getLogger("org.ioproc"), Logger.getLogger("com.sun.jna"));

  /** The number of characters that fit the width of the picture. */
  private static final int MAX_TITLE_LENGTH = 110;

  private Demo() {}

  /**
   * Runs the demo.
   *
   * @param args ignored; the demo is configured by system properties
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    int status =
        run(
            System.getProperty("demo.file", "samples/music/music.zip+hello.wav"),
            System.getProperty("demo.picture", "waveform.png"),
            DemoProgress.onTerminal(),
            System.out,
            System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Runs the demo and returns its exit status. Exceptions that it throws are bugs in the demo. */
  static int run(
      String file, String picture, DemoProgress progress, PrintStream out, PrintStream errors) {
    try {
      run(DemoFile.name(file), PictureFile.of(picture), progress, out);
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

  private static void run(
      MmioName name, PictureFile picture, DemoProgress progress, PrintStream out)
      throws IOException {
    PictureFile timeline = picture.beside("-timeline.svg");
    DemoListener direct = listen("Run 1 of 2", Mmio.newEmbedded(), name, progress);
    DemoListener viaNative = listen("Run 2 of 2", Mmio.newEmbeddedNative(), name, progress);
    WaveReading reading = direct.reading();
    String title = DemoText.shortened(DemoText.printable(name.toString()), MAX_TITLE_LENGTH);
    picture.write(WaveformPicture.png(reading.waveform(), title, reading.summary()));
    timeline.write(viaNative.timeline().svg().getBytes(StandardCharsets.UTF_8));
    new DemoReport(out).print(name, direct, viaNative, List.of(picture, timeline));
  }

  private static DemoListener listen(String run, Mmio mmio, MmioName name, DemoProgress progress)
      throws IOException {
    try {
      progress.begin(run);
      return DemoListener.listen(mmio, name, progress);
    } finally {
      progress.end();
    }
  }

  /** Describes a failure in one line, without a class name that adds nothing to the message. */
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
      return "this system does not allow the path: " + text;
    }
    Class<?> type = failure.getClass();
    return type == IOException.class || type == LinkageError.class
        ? text
        : type.getSimpleName() + ": " + text;
  }
}
