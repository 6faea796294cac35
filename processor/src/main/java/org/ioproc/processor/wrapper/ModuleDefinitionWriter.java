package org.ioproc.processor.wrapper;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes module-definitions files. Names in them are sorted and undecorated. */
final class ModuleDefinitionWriter {

  private ModuleDefinitionWriter() {}

  /**
   * The file that the DLL is linked with.
   *
   * <pre>{@code
   * LIBRARY "zipioproc"
   * EXPORTS
   *   InstallZipIoProc
   * }</pre>
   */
  static String write(NativeLibrary library) {
    return """
    ; The functions that %1$s.dll exports; %1$s.h says what they do.
    %2$s
    LIBRARY "%1$s"
    EXPORTS
    %3$s
    """
        .formatted(library.name(), library.origin("; "), lines(library, "  %1$s"));
  }

  /**
   * The exports as a 32-bit compiler decorates them, for the import library alone.
   *
   * <pre>{@code
   * InstallZipIoProc@0
   * }</pre>
   */
  static String decorated(NativeLibrary library) {
    return lines(library, "%1$s@%2$d");
  }

  private static String lines(NativeLibrary library, String format) {
    return sorted(library).stream()
        .map(export -> format.formatted(export.name(), export.argumentBytes()))
        .collect(Collectors.joining("\n"));
  }

  private static List<NativeExport> sorted(NativeLibrary library) {
    return library.exports().stream().sorted(Comparator.comparing(NativeExport::name)).toList();
  }
}
