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
     * I/O procedures for Windows' multimedia file manager (mmio), written in Java.
    %3$s
     *
     * Use: call Install... once, then open files with mmioOpen, PlaySound, MCI, AVIFile or anything
     * else that reads through mmio. Ship, side by side:
     *   %1$s.dll
     *   %1$s.jar
     *   lib
     * For programs that call LoadLibrary, each function has a type, PFN_ and the function's name:
     *   install = (PFN_Install...)(void (*)(void))GetProcAddress(dll, "Install...");
     *
     * Java: 17 or later. Java starts with the first message, usually when the first file is opened;
     * nothing of it is loaded before. A process has one Java virtual machine, which stays until the
     * process exits. The DLL looks for Java in this order, and skips runtimes that are older or of
     * another architecture than the process; ...Java names the one that was chosen.
     *   1. a Java virtual machine that is already in the process
     *   2. the folder that IOPROC_JAVA_HOME names
     *   3. the folder "runtime" beside the DLL
     *   4. the folder that JAVA_HOME names
     *   5. the registry, HKEY_LOCAL_MACHINE and HKEY_CURRENT_USER: the keys of JavaSoft and of vendors
     *      (Eclipse Adoptium, Microsoft, Azul, Amazon Corretto, BellSoft, ...), the newest Java first
     *   6. java.exe on PATH, in absolute folders only
     * Java's path must contain only characters of the ANSI code page; the DLL's may contain any.
     *
     * Options: this file beside the DLL may contain options for Java, one a line; lines with # are
     * comments. Java's heap is at most 256 MB unless an option such as -Xmx1g sets it.
     *   %1$s.vmoptions
     *
     * Environment variables that affect the DLL:
     *   IOPROC_JAVA_HOME, JAVA_HOME, PATH  the Java that runs, as above
     *   JAVA_TOOL_OPTIONS, _JAVA_OPTIONS   more options for Java, agents included
     *   _ALT_JAVA_HOME_DIR                 the folder from which Java loads its own classes
     *   IOPROC_LOG                         a file to which the DLL appends what it does and what Java
     *                                      prints; none of that goes to the application's own output
     *   IOPROC_IGNORE_POLICIES             1 starts Java in spite of the policies below
     *   TMP, TEMP                          the folder for Java's temporary files
     * CLASSPATH and JDK_JAVA_OPTIONS have no effect. Whoever sets a variable in the first three lines,
     * or the current user's registry keys, chooses code that runs in the process. An elevated process
     * or a service must not take them from users with fewer rights: ship "runtime" beside the DLL, in
     * a folder that only administrators may write to, and start the process without IOPROC_JAVA_HOME,
     * IOPROC_LOG, JAVA_TOOL_OPTIONS, _JAVA_OPTIONS and _ALT_JAVA_HOME_DIR. SetEnvironmentVariable may
     * come too late for the last three: Java reads the C runtime's copy of the environment.
     *
     * Threads and fibers: every function may be called on any thread and on any fiber. Threads are
     * detached from Java automatically when they exit. With less than 192 KB of stack left, and on
     * fibers, the procedure runs on another thread with a stack of 1 MB, while the caller waits. There
     * the procedure must not wait for the caller, send messages to its windows, or rely on its
     * thread-local data; it has the caller's impersonation. Failures are kept for each fiber. The DLL
     * stays loaded, even after FreeLibrary.
     *
     * Applications with limits:
     *   - Go: its runtime may end the process at an exception that Java raises and handles itself.
     *   - Java cannot run in processes with shadow stacks (CET: linked with /CETCOMPAT, as .NET 9's
     *     apphost is), or that forbid dynamic code, and is not started:
     *     %2$s_E_POLICY.
     *   - The process may have too little memory or address space for Java's heap:
     *     %2$s_E_HEAP.
     *   - A thread waits at most 30 seconds for a procedure's constructor on another thread, and at
     *     most 60 for the start of Java:
     *     %2$s_E_BUSY.
     *
     * Do not
     *   - call any of these functions, or open a file, from a DllMain:
     *     %2$s_E_DLL_MAIN;
     *   - rely on Java's shutdown hooks: they do not run when the application exits;
     *   - call System.exit in a procedure: it ends the application.
     */
    #ifndef %2$s_H
    #define %2$s_H

    #include <windows.h>
    #include <mmsystem.h>

    #ifdef __cplusplus
    extern "C" {
    #endif

    /* Install..., Remove... and Preload... return 0 or one of these; ...ErrorText gives the details. */

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
   * /* The process is exiting. *\/
   * #define ZIPIOPROC_E_EXITING 20013
   * }</pre>
   */
  private static String statuses(NativeLibrary library) {
    String table = NativeSources.sharedText("ioproc_status.h");
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

    /*
     * %1$s: the procedure with the code "%2$s",
     * from %3$s.
     */

    /*
     * Installs the procedure in this process. Installations are counted: each call that returns 0
     * needs a Remove... It looks for Java, but does not start it.
     */
    MMRESULT WINAPI Install%1$s(void);

    /* Undoes one Install... All files must be closed before the last call. */
    MMRESULT WINAPI Remove%1$s(void);

    /*
     * Starts Java and creates the procedure now, so that the first file opens without delay and
     * failures are reported here. A call is never required, and may be repeated after a failure.
     */
    MMRESULT WINAPI Preload%1$s(void);

    /*
     * The procedure itself, for opening a single file through MMIOINFO.pIOProc, without Install... If
     * Java cannot be used, it answers OPEN and RENAME with MMIOERR_CANNOTOPEN.
     */
    LRESULT CALLBACK %1$s(
        LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2);

    /*
     * Describes this thread's most recent failure, in this DLL or in a procedure's Java code.
     * Truncated to fit and always NUL-terminated; pass NULL and 0 to query the length.
     *
     * buffer  receives the text, or is NULL
     * length  of the buffer, in WCHARs
     * returns the length of the whole text in WCHARs without the NUL; 0 if nothing failed
     */
    int WINAPI %1$sErrorText(WCHAR *buffer, int length);

    /* Names the Java that was chosen, in the way of ...ErrorText; empty until one was chosen. */
    int WINAPI %1$sJava(WCHAR *buffer, int length);

    /* Copies the DLL's version, in the way of ...ErrorText; the file's properties show it, too. */
    int WINAPI %1$sVersion(WCHAR *buffer, int length);

    typedef MMRESULT(WINAPI *PFN_Install%1$s)(void);
    typedef MMRESULT(WINAPI *PFN_Remove%1$s)(void);
    typedef MMRESULT(WINAPI *PFN_Preload%1$s)(void);
    typedef LRESULT(CALLBACK *PFN_%1$s)(
        LPSTR, UINT, LPARAM, LPARAM);
    typedef int(WINAPI *PFN_%1$sErrorText)(WCHAR *, int);
    typedef int(WINAPI *PFN_%1$sJava)(WCHAR *, int);
    typedef int(WINAPI *PFN_%1$sVersion)(WCHAR *, int);
    """
        .formatted(procedure.exportName(), commented(procedure.fourCc()), procedure.sourceClass());
  }

  /** A code that neither ends a comment nor, which compilers warn of, begins one in it. */
  private static String commented(String fourCc) {
    return fourCc.replace("*/", "* /").replace("/*", "/ *");
  }
}
