package org.ioproc.samples.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;

/** Checks {@code demo.file}, to describe mistakes better than mmio's error codes do. */
final class DemoFile {

  private DemoFile() {}

  static MmioName name(String text) throws MmioException {
    return MmioName.find(text)
        .orElseThrow(
            () ->
                new MmioException(
                    MmioError.FILE_NOT_FOUND,
                    "-Ddemo.file must name a file in a container, as archive.zip+entry.wav does; \""
                        + text
                        + "\" has no '+'."));
  }

  /**
   * Requires that mmio can open the file without blocking. If no procedure is installed for the
   * container's extension, mmio opens an ordinary file with the whole name.
   */
  static void requireReadable(MmioName name, List<FourCc> installed) throws MmioException {
    boolean procedure = name.code().map(installed::contains).orElse(false);
    Path path = procedure ? name.containerPath() : Path.of(name.toString());
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw new MmioException(
          MmioError.ACCESS_DENIED,
          "The demo reads ordinary files and folders; "
              + path
              + " is a pipe, a socket or a device.");
    }
    if (!procedure && !Files.exists(path)) {
      throw new MmioException(MmioError.FILE_NOT_FOUND, unknownExtension(name, installed));
    }
  }

  private static String unknownExtension(MmioName name, List<FourCc> installed) {
    String known =
        installed.stream()
            .map(code -> "." + code.toString().strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return "A container must have an extension that a procedure is installed for ("
        + known
        + "); \""
        + name.container()
        + "\" has none of them.";
  }
}
