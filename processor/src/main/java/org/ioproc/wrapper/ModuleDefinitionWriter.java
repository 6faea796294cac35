package org.ioproc.wrapper;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes module-definitions files, with sorted names. */
public final class ModuleDefinitionWriter {

  private ModuleDefinitionWriter() {}

  /**
   * Returns the file that says what a DLL exports. {@link ModuleDefinitionParser} reads it.
   *
   * <pre>{@code
   * LIBRARY "zipioproc"
   * EXPORTS
   *   InstallZipIoProc
   * }</pre>
   */
  public static String write(Exports exports) {
    return """
    ; The functions that %1$s.dll exports; %1$s.h describes them.
    %2$s
    ; To leave out or rename functions, put an edited copy into the project's resources, in
    ; META-INF/ioproc/%1$s, and clean the project once.
    LIBRARY "%1$s"
    EXPORTS
    %3$s"""
        .formatted(
            exports.wrapper().name(),
            exports.wrapper().origin("; "),
            lines(exports, ModuleDefinitionWriter::entry));
  }

  /**
   * Returns whether a file is as {@link #write} wrote it, for any classes. An author who edits a
   * copy may keep its comment, so the entries are compared with the classes that it names.
   */
  public static boolean isGenerated(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    long classes = lines.stream().filter(line -> line.startsWith(";   ")).count();
    List<String> entries = lines.subList(lines.indexOf("EXPORTS") + 1, lines.size());
    return lines.contains("; " + WrapperSpec.GENERATED)
        && entries.size() == classes * ExportKind.values().length
        && entries.stream().allMatch(Identifiers::isName);
  }

  /**
   * Returns an entry with everything that differs from the defaults.
   *
   * <pre>{@code
   * ZipInstall=InstallZipIoProc @3 NONAME PRIVATE
   * }</pre>
   */
  private static String entry(ExportedFunction entry) {
    return "  "
        + (ModuleDefinitionParser.isStatement(entry.name())
            ? "\"" + entry.name() + "\""
            : entry.name())
        + (entry.isRenamed() ? "=" + entry.function().name() : "")
        + attributes(entry);
  }

  /**
   * Returns the exports as a 32-bit compiler decorates them, for the import library.
   *
   * <pre>{@code
   * InstallZipIoProc@0
   * }</pre>
   */
  static String decorated(Exports exports) {
    return lines(
        exports,
        entry -> entry.name() + "@" + entry.function().argumentBytes() + attributes(entry));
  }

  private static String attributes(ExportedFunction entry) {
    return (entry.ordinal().isPresent() ? " @" + entry.ordinal().getAsInt() : "")
        + (entry.isNameless() ? " NONAME" : "")
        + (entry.isPrivate() ? " PRIVATE" : "");
  }

  private static String lines(Exports exports, Function<ExportedFunction, String> line) {
    return exports.functions().stream()
        .map(entry -> line.apply(entry) + "\n")
        .collect(Collectors.joining());
  }
}
