package org.ioproc.processor.wrapper;

import java.util.stream.Collectors;

/** Writes the C source with the functions that a wrapper exports. */
final class NativeSourceWriter {

  private NativeSourceWriter() {}

  /**
   * The whole file.
   *
   * <pre>{@code
   * const WCHAR ioproc_library[] = L"zipioproc";
   *
   * static struct ioproc_procedure procedure_ZipIoProc = { … };
   * }</pre>
   */
  static String write(NativeLibrary library) {
    return """
    /*
     * The functions that %1$s.dll exports; %1$s.h says what they do.
    %2$s
     */
    #include "ioproc_wrapper.h"

    #include "%1$s.h"

    /* CMakeLists.txt sets it. */
    #ifndef IOPROC_VERSION
    #define IOPROC_VERSION "0.0.0"
    #endif

    const WCHAR ioproc_library[] = %3$s;
    const WCHAR ioproc_version[] = L"" IOPROC_VERSION;
    %4$s"""
        .formatted(
            library.name(), library.origin(" * "), wide(library.name()), procedures(library));
  }

  private static String procedures(NativeLibrary library) {
    return library.procedures().stream()
        .map(NativeSourceWriter::procedure)
        .collect(Collectors.joining());
  }

  /**
   * One procedure, its functions in the order of the header.
   *
   * <pre>{@code
   * MMRESULT WINAPI InstallZipIoProc(void)
   * {
   *     return ioproc_install(&procedure_ZipIoProc);
   * }
   * }</pre>
   */
  private static String procedure(NativeProcedure procedure) {
    return """

    /* %2$s */

    static struct ioproc_procedure procedure_%1$s = {
        .name = L"%1$s",
        .provider = %3$s,
        .code = mmioFOURCC(%4$s),
        .exported = %1$s,
    };

    MMRESULT WINAPI Install%1$s(void)
    {
        return ioproc_install(&procedure_%1$s);
    }

    MMRESULT WINAPI Remove%1$s(void)
    {
        return ioproc_remove(&procedure_%1$s);
    }

    MMRESULT WINAPI Preload%1$s(void)
    {
        return ioproc_preload(&procedure_%1$s);
    }

    LRESULT CALLBACK %1$s(
        LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
    {
        return ioproc_message(&procedure_%1$s, lpmmioinfo, uMsg, lParam1, lParam2);
    }

    int WINAPI %1$sErrorText(WCHAR *buffer, int length)
    {
        return ioproc_error_text(buffer, length);
    }

    int WINAPI %1$sJava(WCHAR *buffer, int length)
    {
        return ioproc_java_text(buffer, length);
    }

    int WINAPI %1$sVersion(WCHAR *buffer, int length)
    {
        return ioproc_version_text(buffer, length);
    }
    """
        .formatted(
            procedure.exportName(),
            procedure.sourceClass(),
            wide(procedure.provider()),
            characters(procedure.fourCc()));
  }

  /** {@code 'Z', 'I', 'P', ' '}. */
  private static String characters(String fourCc) {
    return fourCc
        .chars()
        .mapToObj(c -> c == '\'' || c == '\\' ? "'\\" + (char) c + "'" : "'" + (char) c + "'")
        .collect(Collectors.joining(", "));
  }

  /** {@code L"com.example.ZipIoProcInstaller$Provider"}; what is not ASCII by its number. */
  private static String wide(String text) {
    return text.codePoints()
        .mapToObj(c -> c < 0x80 ? Character.toString(c) : "\\U%08x".formatted(c))
        .collect(Collectors.joining("", "L\"", "\""));
  }
}
