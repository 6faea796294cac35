package org.ioproc.processor.wrapper;

import java.util.stream.Collectors;

/** Writes the C source with the functions that a wrapper exports. */
final class NativeSourceWriter {

  private NativeSourceWriter() {}

  /**
   * Returns the whole file.
   *
   * <pre>{@code
   * const WCHAR ioproc_library[] = L"zipioproc";
   *
   * static struct ioproc_procedure procedure_ZipIoProc = { … };
   * }</pre>
   */
  static String write(WrapperSpec wrapper) {
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

    const WCHAR ioproc_library[] = %3$s;
    const WCHAR ioproc_version[] = L"" IOPROC_VERSION;
    %4$s"""
        .formatted(
            wrapper.name(), wrapper.origin(" * "), wide(wrapper.name()), procedures(wrapper));
  }

  private static String procedures(WrapperSpec wrapper) {
    return wrapper.procedures().stream()
        .map(NativeSourceWriter::procedure)
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
  private static String procedure(ProcedureSpec procedure) {
    return """

    /* %2$s */

    static struct ioproc_procedure %7$s = {
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
                .map(export -> function(export, procedure.variable()))
                .collect(Collectors.joining()),
            procedure.callback(),
            procedure.variable());
  }

  private static String function(Export export, String procedure) {
    return """

    %1$s
    {
        return %2$s;
    }
    """
        .formatted(export.signature().function(export.name()), export.call().formatted(procedure));
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
