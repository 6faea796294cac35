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
import org.ioproc.mmio.Mmio;
import org.ioproc.samples.dir.DirIoProc;
import org.ioproc.samples.xyz.XyzIoProc;
import org.ioproc.samples.zip.ZipIoProc;

/**
 * Tells what the demo did. For that it looks behind the scenes, at the transport, which no program
 * needs to know.
 */
final class DemoReport {

  private static final int LINE = 90;

  private static final Map<FourCc, Class<?>> PROCEDURES =
      Map.of(
          FourCc.of("DIR"), DirIoProc.class,
          FourCc.of("XYZ"), XyzIoProc.class,
          FourCc.of("ZIP"), ZipIoProc.class);

  private final PrintStream out;

  DemoReport(PrintStream out) {
    this.out = out;
  }

  void print(MmioName name, DemoListener straight, DemoListener viaNative, PictureFile picture)
      throws IOException {
    out.println("A program that knows mmio and nothing of archives opens a file in one.");
    out.println();
    file(name, straight);
    out.println();
    ways(straight, viaNative);
    out.println();
    lines("Messages", viaNative.messages().lines());
    out.println();
    generated(name);
    lines("Picture", List.of(picture.toString()));
    if (out.checkError()) {
      throw new IOException("Standard output cannot be written to, or was closed.");
    }
  }

  private void file(MmioName name, DemoListener listener) {
    lines("File", List.of(name.toString()));
    String codes =
        listener.installed().stream()
            .map(code -> '"' + code.toString() + '"')
            .collect(Collectors.joining(", "));
    lines("Procedures", List.of(codes + " installed by Mmio.installAll()"));
    lines("Sound", List.of(listener.reading().summary()));
    lines("Chunks", List.of(listener.reading().chunks().toString()));
    lines("Remarks", listener.reading().chunks().remarks());
  }

  private void ways(DemoListener straight, DemoListener viaNative) throws IOException {
    lines("First", List.of(straight.manager(), straight.messages().count() + " messages"));
    lines("Then", List.of(viaNative.manager(), viaNative.messages().count() + " messages"));
    lines("Transport", List.of(Mmio.transport()));
    if (!straight.reading().digest().equals(viaNative.reading().digest())) {
      throw new IOException("the two ways read different bytes");
    }
    lines(
        "Both read",
        List.of(
            String.format(
                Locale.ROOT,
                "the same %,d bytes, SHA-256 %s...",
                straight.reading().size(),
                straight.reading().digest().substring(0, 16))));
  }

  private void generated(MmioName name) throws IOException {
    Class<?> procedure = name.code().map(PROCEDURES::get).orElse(null);
    if (procedure != null) {
      lines("Generated", byFolder(GeneratedFiles.of(procedure)));
    }
  }

  /** Each folder, and below it the names of its files, as many on a line as fit. */
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
      } else if (lines.get(last).length() + name.length() < LINE) {
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
