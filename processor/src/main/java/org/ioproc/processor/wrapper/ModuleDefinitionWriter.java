package org.ioproc.processor.wrapper;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes module-definitions files, with sorted names. */
final class ModuleDefinitionWriter {

  private ModuleDefinitionWriter() {}

  /**
   * Returns the file that the DLL is linked with.
   *
   * <pre>{@code
   * LIBRARY "zipioproc"
   * EXPORTS
   *   InstallZipIoProc
   * }</pre>
   */
  static String write(WrapperSpec wrapper) {
    return """
    ; The functions that %1$s.dll exports; %1$s.h describes them.
    %2$s
    LIBRARY "%1$s"
    EXPORTS
    %3$s
    """
        .formatted(wrapper.name(), wrapper.origin("; "), lines(wrapper, "  %1$s"));
  }

  /**
   * Returns the exports as a 32-bit compiler decorates them, for the import library.
   *
   * <pre>{@code
   * InstallZipIoProc@0
   * }</pre>
   */
  static String decorated(WrapperSpec wrapper) {
    return lines(wrapper, "%1$s@%2$d");
  }

  private static String lines(WrapperSpec wrapper, String format) {
    return sorted(wrapper).stream()
        .map(export -> format.formatted(export.name(), export.signature().argumentBytes()))
        .collect(Collectors.joining("\n"));
  }

  private static List<Export> sorted(WrapperSpec wrapper) {
    return wrapper.exports().stream().sorted(Comparator.comparing(Export::name)).toList();
  }
}
