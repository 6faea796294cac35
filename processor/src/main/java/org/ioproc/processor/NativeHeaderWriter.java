package org.ioproc.processor;

import java.util.stream.Collectors;

/** Writes the header for the programs that use a wrapper. */
final class NativeHeaderWriter {

  private NativeHeaderWriter() {}

  /**
   * The whole file.
   *
   * <pre>{@code
   * #define ZIPIOPROC_E_NO_JAVA 20001
   *
   * MMRESULT WINAPI InstallZipIoProc(void);
   * }</pre>
   */
  static String write(NativeLibrary library) {
    return """
    /*
     * I/O procedures for Windows' multimedia file manager, written in Java.
    %3$s
     *
     * Use: call Install... once, and then open files with mmioOpen, PlaySound, MCI, AVIFile or whatever
     * else reads through mmio. Ship %1$s.dll with %1$s.jar and the folder lib beside it.
     *
     * Java: 17 or later, of this process's own architecture. It is looked for in this order:
     *   1. a Java virtual machine that is in the process already,
     *   2. the folder that IOPROC_JAVA_HOME names,
     *   3. the folder "runtime" beside the DLL,
     *   4. the folder that JAVA_HOME names,
     *   5. the registry, HKEY_LOCAL_MACHINE\\SOFTWARE\\JavaSoft.
     * Java's path must have no characters that the ANSI code page lacks; the DLL's may have any.
     * It is started by the first message, mostly that of the first file which is opened; until then
     * nothing is loaded. There is one virtual machine in a process, and it stays until the process
     * ends. %1$s.vmoptions beside the DLL may hold options for it: one a line, comments with #.
     *
     * Threads and fibers: every function may be called on any thread and on any fiber. Threads are
     * detached from Java automatically when they exit. Where less than 192 KB of stack are left, and on
     * fibers, the procedure runs on another thread, whose stack has 1 MB; the caller waits for it. The
     * procedure may then not wait for the caller, send its windows messages, or rely on its thread-local
     * data and its impersonation. Failures are kept for each fiber. The DLL stays loaded, even after
     * FreeLibrary.
     *
     * Do not
     *   - call any of these functions, or open a file, from a DllMain: %2$s_E_DLL_MAIN;
     *   - rely on Java's shutdown hooks: they do not run when the application ends;
     *   - call System.exit in a procedure: it ends the application.
     *
     * To see what goes on, set the environment variable IOPROC_LOG to the path of a file.
     */
    #ifndef %2$s_H
    #define %2$s_H

    #include <windows.h>
    #include <mmsystem.h>

    #ifdef __cplusplus
    extern "C" {
    #endif

    /* What Install..., Remove... and Preload... return besides 0; ...ErrorText tells the details. */

    %5$s
    %4$s
    #ifdef __cplusplus
    }
    #endif

    #endif
    """
        .formatted(
            library.name(),
            library.prefix(),
            library.origin(" * "),
            procedures(library),
            statuses(library));
  }

  /**
   * The statuses of the fixed sources, in the library's name.
   *
   * <pre>{@code
   * /* The process is ending. *\/
   * #define ZIPIOPROC_E_EXITING 20013
   * }</pre>
   */
  private static String statuses(NativeLibrary library) {
    String table = NativeSources.shared().get("ioproc_status.h");
    int guard = table.indexOf("#define IOPROC_STATUS_H\n");
    return table
        .substring(table.indexOf("/*", guard), table.lastIndexOf("\n#endif"))
        .replace("LIBRARY.", library.name() + ".")
        .replace("#define IOPROC_E_", "#define " + library.prefix() + "_E_")
        .strip();
  }

  private static String procedures(NativeLibrary library) {
    return library.procedures().stream()
        .map(NativeHeaderWriter::procedure)
        .collect(Collectors.joining());
  }

  /**
   * One procedure's functions.
   *
   * <pre>{@code
   * MMRESULT WINAPI InstallZipIoProc(void);
   * MMRESULT WINAPI RemoveZipIoProc(void);
   * }</pre>
   */
  private static String procedure(NativeProcedure procedure) {
    return """

    /* %1$s: the procedure with the code "%2$s", from %3$s. */

    /*
     * Installs the procedure in this process. It is counted: each call that returns 0 needs a
     * Remove%1$s of its own. Java is looked for, but not started.
     */
    MMRESULT WINAPI Install%1$s(void);

    /* Undoes one Install%1$s. Files that are open must be closed before the last. */
    MMRESULT WINAPI Remove%1$s(void);

    /*
     * Starts Java and makes the procedure now, so that the first file opens without delay and failures
     * are told of here. It is never required. After a failure it may be called again.
     */
    MMRESULT WINAPI Preload%1$s(void);

    /*
     * The procedure itself, to open a single file through MMIOINFO.pIOProc; Install%1$s is not
     * needed for that. If Java cannot be used, OPEN and RENAME are answered with MMIOERR_CANNOTOPEN.
     */
    LRESULT CALLBACK %1$s(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2);

    /*
     * Says what last failed on this thread, in this DLL or in a procedure's Java code. The text is cut
     * off if it does not fit, and always ended by a zero; with NULL and 0 only the length is asked for.
     *
     * buffer  receives the text, or is NULL
     * length  of the buffer, in WCHARs
     * returns the length of the whole text in WCHARs without the zero; 0 if nothing failed
     */
    int WINAPI %1$sErrorText(WCHAR *buffer, int length);
    """
        .formatted(procedure.exportName(), commented(procedure.fourCc()), procedure.sourceClass());
  }

  /** A code that neither ends a comment nor, which compilers warn of, begins one in it. */
  private static String commented(String fourCc) {
    return fourCc.replace("*/", "* /").replace("/*", "/ *");
  }
}
