package org.ioproc.processor;

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
    return exports(library).stream()
        .map(export -> format.formatted(export.name(), export.argumentBytes()))
        .collect(Collectors.joining("\n"));
  }

  /** All exports, sorted by name. */
  static List<Export> exports(NativeLibrary library) {
    return library.procedures().stream()
        .map(NativeProcedure::exportName)
        .flatMap(
            name ->
                List.of(
                    new Export(name, 16),
                    new Export(name + "ErrorText", 8),
                    new Export("Install" + name, 0),
                    new Export("Preload" + name, 0),
                    new Export("Remove" + name, 0))
                    .stream())
        .sorted(Comparator.comparing(Export::name))
        .toList();
  }

  /**
   * An exported function.
   *
   * @param name its name in C
   * @param argumentBytes the size of its arguments on 32 bits
   */
  record Export(String name, int argumentBytes) {}
}
