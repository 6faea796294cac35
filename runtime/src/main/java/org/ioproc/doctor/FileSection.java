package org.ioproc.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ioproc.FourCc;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.internal.text.Printable;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;

/** What happens when a program opens and reads a file. */
final class FileSection {

  private static final String MISSING_CLASS =
      ". Put the jar that has this class on the class path.";

  private final Report report;
  private final Mmio mmio;
  private final String name;

  FileSection(Report report, Mmio mmio, String name) {
    this.report = report;
    this.mmio = mmio;
    this.name = name;
  }

  void write() {
    report.section("File \"" + name + "\"");
    try {
      Optional<MmioName> parts = MmioName.find(name);
      parts.ifPresentOrElse(this::writeParts, this::writeOrdinary);
      if (parts.isEmpty() && Files.isDirectory(Path.of(name))) {
        reportFolder();
      } else {
        openAndRead();
      }
    } catch (IOException | RuntimeException failure) {
      report(failure);
    }
  }

  static String text(Exception failure) {
    String message = failure.getMessage();
    return failure instanceof MmioException && message != null ? message : Printable.text(failure);
  }

  private void writeParts(MmioName parts) {
    report.line("container", describe(parts));
    report.line("element", parts.element().isEmpty() ? "none" : parts.element());
    report.line("procedure", parts.code().map(this::procedure).orElse("the one for plain files"));
  }

  private String procedure(FourCc code) {
    return mmio.findIoProc(code) == 0
        ? "none is installed under \"" + code + "\""
        : "the one installed under \"" + code + "\"";
  }

  private static String describe(MmioName parts) {
    try {
      Path path = parts.containerPath();
      return path + ", " + kind(path);
    } catch (MmioException notAPath) {
      return text(notAPath);
    }
  }

  private static String kind(Path path) {
    if (Files.isDirectory(path)) {
      return "a folder";
    }
    if (!Files.exists(path)) {
      return "which does not exist";
    }
    return Files.isReadable(path) ? "a file" : "a file that this user may not read";
  }

  private void writeOrdinary() {
    report.line("procedure", "the one for plain files, because the name has no \"+\"");
  }

  private void openAndRead() throws IOException {
    long begin = System.nanoTime();
    try (MmioFile file = mmio.open(name)) {
      report.line("opened in", Report.milliseconds(System.nanoTime() - begin));
      long length = new FileReading(report, file).write();
      new ChunkList(report, file, length).write();
    }
  }

  private void reportFolder() {
    report.problem(
        "A program must name a file, but this is a folder. A procedure for folders needs a \"+\""
            + " after the folder, as in album.dir+track.wav.");
  }

  private void report(Exception failure) {
    boolean isIncomplete = failure.getCause() instanceof NoClassDefFoundError;
    report.problem(text(failure) + (isIncomplete ? MISSING_CLASS : ""));
  }
}
