package org.ioproc.samples.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ioproc.FourCc;
import org.ioproc.MmioName;
import org.ioproc.samples.dir.DirIoProc;
import org.ioproc.samples.xyz.XyzIoProc;
import org.ioproc.samples.zip.ZipIoProc;

/** Prints the results of the demo. */
final class DemoReport {

  private static final int LINE_WIDTH = 90;

  private static final Map<FourCc, Class<?>> PROCEDURES =
      Map.of(
          FourCc.of("DIR"), DirIoProc.class,
          FourCc.of("XYZ"), XyzIoProc.class,
          FourCc.of("ZIP"), ZipIoProc.class);

  private final PrintStream out;

  DemoReport(PrintStream out) {
    this.out = out;
  }

  void print(MmioName name, DemoListener first, DemoListener second, List<PictureFile> pictures)
      throws IOException {
    out.println("The demo opened a sound through mmio, as Windows programs do. mmio calls the");
    out.println("I/O procedure for the container's extension: an annotated Java class.");
    out.println();
    file(name, first);
    out.println();
    runs(first, second);
    out.println();
    lines("Messages", List.of("mmio sent these to the procedure in the second run (-> answer):"));
    lines("", second.messages().lines());
    out.println();
    generated(name);
    out.println();
    lines("Pictures", List.of("The waveform was drawn in " + pictures.get(0)));
    lines("", List.of("The messages of the second run were drawn in " + pictures.get(1)));
    if (out.checkError()) {
      throw new IOException("Standard output was closed, or could not be written to.");
    }
  }

  private void file(MmioName name, DemoListener listener) {
    lines("File", List.of(name.toString()));
    String codes =
        listener.installed().stream()
            .map(code -> '"' + code.toString() + '"')
            .collect(Collectors.joining(", "));
    lines("Procedures", List.of("Mmio.installAll() found and installed " + codes));
    lines("Sound", List.of(listener.reading().summary()));
    lines("Chunks", List.of(listener.reading().chunks().toString()));
    lines("Remarks", listener.reading().chunks().remarks());
  }

  private void runs(DemoListener first, DemoListener second) throws IOException {
    lines("First run", List.of(first.manager(), received(first)));
    lines("Second run", List.of(second.manager(), received(second)));
    if (!first.reading().digest().equals(second.reading().digest())) {
      throw new IOException("The two runs read different bytes.");
    }
    lines(
        "Result",
        List.of(
            String.format(
                Locale.ROOT,
                "Both runs read the same %,d bytes, SHA-256 %s...",
                first.reading().size(),
                first.reading().digest().substring(0, 16))));
  }

  private static String received(DemoListener run) {
    return "The procedure received " + run.messages().count() + " messages.";
  }

  private void generated(MmioName name) throws IOException {
    Class<?> procedure = name.code().map(PROCEDURES::get).orElse(null);
    if (procedure != null) {
      String source = procedure.getSimpleName();
      lines("Generated", List.of("The annotation processor wrote these from " + source + ":"));
      lines("", byFolder(GeneratedFiles.of(procedure)));
    }
  }

  /** Lists each folder and, indented, the names of its files, as many per line as fit. */
  private static List<String> byFolder(List<String> files) {
    List<String> lines = new ArrayList<>();
    String folder = "";
    for (String file : files) {
      int slash = file.lastIndexOf('/') + 1;
      String name = "  " + file.substring(slash);
      int last = lines.size() - 1;
      if (!folder.equals(file.substring(0, slash))) {
        folder = file.substring(0, slash);
        lines.add(folder);
        lines.add(name);
      } else if (lines.get(last).length() + name.length() < LINE_WIDTH) {
        lines.set(last, lines.get(last) + name);
      } else {
        lines.add(name);
      }
    }
    return lines;
  }

  private void lines(String heading, List<String> lines) {
    String left = heading;
    for (String line : lines) {
      out.printf("%-11s %s%n", left, DemoText.printable(line));
      left = "";
    }
  }
}
