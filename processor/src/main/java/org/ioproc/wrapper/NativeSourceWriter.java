package org.ioproc.wrapper;

import java.util.stream.Collectors;

/** Writes the C source with the functions that a wrapper exports. */
final class NativeSourceWriter {

  private NativeSourceWriter() {}

  /**
   * Returns the whole file.
   *
   * <pre>{@code
   * static struct ioproc_procedure procedure_ZipIoProc = { … };
   *
   * struct ioproc_library ioproc_library = { … };
   * }</pre>
   */
  static String write(Exports exports, Way way) {
    WrapperSpec wrapper = exports.wrapper();
    return """
    /*
     * The functions that %1$s.dll exports; %1$s.h describes them.
    %2$s
     */
    #include "ioproc_wrapper.h"

    #include "%1$s.h"

    /* Set by CMakeLists.txt. */
    #ifndef IOPROC_VERSION
    #define IOPROC_VERSION "0.0.0"
    #endif
    %4$s
    static struct ioproc_procedure *const procedures[] = {
    %6$s};

    struct ioproc_library ioproc_library = {
        .name = %3$s,
        .version = L"" IOPROC_VERSION,
        .way = %5$s,
        .procedures = procedures,
        .procedure_count = sizeof procedures / sizeof *procedures,
    };
    """
        .formatted(
            wrapper.name(),
            wrapper.origin(" * "),
            wide(wrapper.name()),
            procedures(exports),
            way.constant(),
            addresses(exports));
  }

  private static String procedures(Exports exports) {
    return exports.wrapper().procedures().stream()
        .map(procedure -> procedure(procedure, exports))
        .collect(Collectors.joining());
  }

  private static String addresses(Exports exports) {
    return exports.wrapper().procedures().stream()
        .map(procedure -> "    &" + procedure.variable() + ",\n")
        .collect(Collectors.joining());
  }

  /**
   * Returns one procedure, with its functions in the order of the header.
   *
   * <pre>{@code
   * MMRESULT WINAPI InstallZipIoProc(void)
   * {
   *     return ioproc_install(&procedure_ZipIoProc);
   * }
   * }</pre>
   */
  private static String procedure(ProcedureSpec procedure, Exports exports) {
    return """

    /* %2$s */

    %8$sstatic struct ioproc_procedure %7$s = {
        .name = L"%1$s",
        .provider = %3$s,
        .code = mmioFOURCC(%4$s),
        .exported = %6$s,
    };
    %5$s"""
        .formatted(
            procedure.name(),
            procedure.sourceClass(),
            wide(procedure.provider()),
            characters(procedure.fourCc()),
            procedure.exports().stream()
                .map(NativeSourceWriter::function)
                .collect(Collectors.joining()),
            procedure.callback(),
            procedure.variable(),
            callback(procedure, exports));
  }

  /** Returns a declaration of the callback if the header has none. */
  private static String callback(ProcedureSpec procedure, Exports exports) {
    Export callback = new Export(ExportKind.CALLBACK, procedure);
    boolean isDeclared =
        exports.of(callback).stream().anyMatch(entry -> !entry.isRenamed() && !entry.isPrivate());
    return isDeclared ? "" : callback.signature().function(callback.name()) + ";\n\n";
  }

  private static String function(Export export) {
    return """

    %1$s
    {
        return %2$s;
    }
    """
        .formatted(export.signature().function(export.name()), export.call());
  }

  /** Returns character constants: {@code 'Z', 'I', 'P', ' '}. */
  private static String characters(String fourCc) {
    return fourCc
        .chars()
        .mapToObj(c -> c == '\'' || c == '\\' ? "'\\" + (char) c + "'" : "'" + (char) c + "'")
        .collect(Collectors.joining(", "));
  }

  /**
   * Returns a string literal, with escapes for characters outside ASCII: {@code
   * L"com.example.ZipIoProcInstaller$Provider"}.
   */
  private static String wide(String text) {
    return text.codePoints()
        .mapToObj(c -> c < 0x80 ? Character.toString(c) : "\\U%08x".formatted(c))
        .collect(Collectors.joining("", "L\"", "\""));
  }
}
