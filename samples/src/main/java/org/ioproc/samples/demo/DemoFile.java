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

/** What {@code demo.file} must be, said better than a manager can, which knows codes only. */
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

  /** For a name that leads to no procedure, mmio opens an ordinary file with a {@code +} in it. */
  static void requireReadable(MmioName name, List<FourCc> installed) throws MmioException {
    boolean procedure = name.code().map(installed::contains).orElse(false);
    Path path = procedure ? name.containerPath() : Path.of(name.toString());
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw new MmioException(
          MmioError.ACCESS_DENIED,
          path + " is a pipe, a socket or a device; opening one can wait for ever.");
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
        + "\" has not.";
  }
}
