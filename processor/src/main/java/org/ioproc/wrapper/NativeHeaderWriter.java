package org.ioproc.wrapper;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the header for programs that use a wrapper. */
public final class NativeHeaderWriter {

  private final Exports exports;
  private final WrapperSpec wrapper;

  private NativeHeaderWriter(Exports exports) {
    this.exports = exports;
    this.wrapper = exports.wrapper();
  }

  /** Returns the header that declares what a DLL exports, and says how it finds and runs Java. */
  public static String write(Exports exports, Layout layout, Way way) {
    return new NativeHeaderWriter(exports).write(layout, way);
  }

  /**
   * Returns the whole file.
   *
   * <pre>{@code
   * #define ZIPIOPROC_E_NO_JAVA 20001
   *
   * MMRESULT WINAPI InstallZipIoProc(void);
   * }</pre>
   */
  private String write(Layout layout, Way way) {
    return """
    /*
     * I/O procedures for the Windows multimedia file manager (mmio), written in Java.
    %3$s
     *
     * Use: call Install... once, then open files with mmioOpen, PlaySound, MCI, AVIFile or anything
     * else that reads through mmio. %6$s
     * For programs that call LoadLibrary, each function has a pointer type, PFN_ and its name:
     *   install = (PFN_Install...)(void (*)(void))GetProcAddress(dll, "Install...");
     *
     * Java: 17 or later. It starts with the first message, usually when the first file is opened; no
     * part of it is loaded before.
     *
     * Where Java runs: %7$s
     *   1. the environment variable IOPROC_JAVA, whose value is inside or beside
     *   2. a line in the options file, see below: -Dorg.ioproc.java=inside or -Dorg.ioproc.java=beside
     * Inside, all parts of the process share one Java virtual machine, which stays until the process
     * ends. Beside, each such DLL has its own Java, which ends when the process does.
     *
     * The DLL searches for Java in this order, and skips runtimes that are too old or of a wrong
     * architecture. Inside, Java needs the architecture of the process. Beside, it may have any that
     * Windows can run, and needs bin\\java.exe. ...Java describes the chosen runtime. If it runs
     * beside, ...Java says so and why.
     *   1. inside: a Java virtual machine that is already in the process
     *   2. the folder that IOPROC_JAVA_HOME names
     *   3. the folder "runtime" beside the DLL
     *   4. the folder that JAVA_HOME names
     *   5. the registry, HKEY_LOCAL_MACHINE and HKEY_CURRENT_USER: the keys of JavaSoft and of vendors
     *      (Eclipse Adoptium, Microsoft, Azul, Amazon Corretto, BellSoft, ...), the newest Java first
     *   6. java.exe on PATH, in absolute folders only
     * Java's path must contain only characters of the ANSI code page; the DLL's path may contain any.
     *
     * Put options for Java, one per line, into a file beside the DLL:
     *   %1$s.vmoptions
     * Lines that begin with # are comments. Java's heap is limited to 256 MB unless an option such as
     * -Xmx1g sets another limit.
     *
     * What is different beside:
     *   - System.exit or a crash in a procedure ends Java, but not the process. Open files fail: close
     *     them and open them again. The next open starts another Java, at most 5 within a minute:
     *     %2$s_E_JAVA_ENDED.
     *   - The variable IOPROC_JAVA_LIMIT, or a line -Dorg.ioproc.limit= in the options file, sets how
     *     many seconds Java may take for an answer. The DLL ends a Java that takes longer. By default
     *     there is no limit.
     *   - The DLL reads ahead if a file is read from front to back. The variable IOPROC_READ_AHEAD, or
     *     a line -Dorg.ioproc.readahead= in the options file, sets how many bytes. 0 turns it off, for
     *     files that change without being written through mmio.
     *   - A procedure gets the numbers in an application's own messages, but cannot follow pointers.
     *   - A procedure that opens files through mmio does so in Java's process, where the application's
     *     procedures are not installed.
     *   - A thread that impersonates a client cannot open, rename or delete files, because Java has
     *     the rights of the process and not the client's:
     *     %2$s_E_POLICY.
     * Relative file names refer to the process's current folder, both inside and beside.
     *
     * Environment variables that affect the DLL:
     *   IOPROC_JAVA_HOME, JAVA_HOME, PATH  which Java runs, as above
     *   JAVA_TOOL_OPTIONS, _JAVA_OPTIONS   more options for Java, including agents
     *   _ALT_JAVA_HOME_DIR                 the folder from which Java loads its own classes
     *   IOPROC_JAVA                        where Java runs, as above
     *   IOPROC_JAVA_LIMIT,                 limits beside, as above
     *   IOPROC_READ_AHEAD
     *   IOPROC_LOG                         a file to which the DLL appends its log and everything that
     *                                      Java prints; the application's own output gets none of it
     *   IOPROC_IGNORE_POLICIES             1 starts Java inside despite the policies below
     *   TMP, TEMP                          where Java writes temporary files
     * CLASSPATH and JDK_JAVA_OPTIONS have no effect. Anyone who can set a variable of the first three
     * lines, or the current user's registry keys, can choose code that runs with the process's rights.
     * An elevated process or a service must not take them from users with fewer rights: ship "runtime"
     * beside the DLL, in a folder to which only administrators may write, and start the process
     * without IOPROC_JAVA_HOME, IOPROC_LOG, JAVA_TOOL_OPTIONS, _JAVA_OPTIONS and _ALT_JAVA_HOME_DIR.
     * Inside, Java reads the last three from the C runtime's copy of the environment. That
     * copy is created when the process starts, so SetEnvironmentVariable may come too late.
     *
     * Threads and fibers: every function may be called on any thread and on any fiber. Threads are
     * detached from Java automatically when they exit. On fibers, with less than 192 KB of stack left,
     * and whenever Java runs beside, the procedure runs on another thread while the caller waits.
     * There the procedure must not wait for the caller, send messages to the caller's windows, or rely
     * on the caller's thread-local data. Inside, that thread has a stack of 1 MB, and impersonates the
     * same client as the caller. Each fiber has its own most recent failure. The DLL stays loaded,
     * even after FreeLibrary.
     *
     * Limits:
     *   - Go: its runtime may end the process at an exception that Java raises and handles itself. Set
     *     IOPROC_JAVA to beside.
     *   - Java cannot run inside processes with shadow stacks (CET: linked with /CETCOMPAT, as .NET 9's
     *     apphost is), or that forbid dynamic code:
     *     %2$s_E_POLICY.
     *   - Java cannot run inside processes with too little memory or address space left for its heap:
     *     %2$s_E_HEAP.
     *   - Other threads wait at most 30 seconds for a procedure's constructor, and 60 for the start of
     *     Java inside, or 30 beside:
     *     %2$s_E_BUSY.
     *
     * Do not
     *   - call any of these functions, or open a file, from a DllMain:
     *     %2$s_E_DLL_MAIN;
     *   - rely on Java's shutdown hooks: they do not run when the application ends;
     *   - call System.exit in a procedure: inside, it ends the application.
     */
    #ifndef %2$s_H
    #define %2$s_H

    #include <windows.h>
    #include <mmsystem.h>

    #ifdef __cplusplus
    extern "C" {
    #endif

    /* Errors that Install..., Remove... and Preload... return; 0 is success. See ...ErrorText. */

    %5$s
    %4$s
    #ifdef __cplusplus
    }
    #endif

    #endif
    """
        .formatted(
            wrapper.name(),
            wrapper.prefix(),
            wrapper.origin(" * "),
            procedures(),
            statuses(),
            layout.files(wrapper.name()),
            way.description());
  }

  /**
   * Returns the statuses of the fixed sources, prefixed with the library's name.
   *
   * <pre>{@code
   * /* The process is ending. *\/
   * #define ZIPIOPROC_E_EXITING 20013
   * }</pre>
   */
  private String statuses() {
    return Statuses.TEXT
        .replace("LIBRARY.", wrapper.name() + ".")
        .replace("#define IOPROC_E_", "#define " + wrapper.prefix() + "_E_");
  }

  /** Reads the fixed sources' statuses once: a compilation may write thousands of headers. */
  private static final class Statuses {
    static final String TEXT = read();

    private static String read() {
      String table = NativeSources.sharedText("ioproc_status.h");
      int guard = table.indexOf("#define IOPROC_STATUS_H\n");
      return table.substring(table.indexOf("/*", guard), table.lastIndexOf("\n#endif")).strip();
    }
  }

  private String procedures() {
    return wrapper.procedures().stream().map(this::procedure).collect(Collectors.joining());
  }

  /**
   * Returns one procedure's functions, or nothing if the DLL exports none of them.
   *
   * <pre>{@code
   * MMRESULT WINAPI InstallZipIoProc(void);
   * MMRESULT WINAPI RemoveZipIoProc(void);
   * }</pre>
   */
  private String procedure(ProcedureSpec procedure) {
    List<ExportedFunction> functions =
        procedure.exports().stream().flatMap(export -> exports.of(export).stream()).toList();
    if (functions.isEmpty()) {
      return "";
    }
    return """

    /*
     * %1$s: the procedure with the code "%2$s",
     * from %3$s.
     */

    %4$s
    %5$s
    """
        .formatted(
            procedure.name(),
            commented(procedure.fourCc()),
            procedure.sourceClass(),
            functions.stream().map(this::declaration).collect(Collectors.joining("\n")),
            functions.stream().map(NativeHeaderWriter::pointer).collect(Collectors.joining("\n")));
  }

  private static String pointer(ExportedFunction entry) {
    return entry.function().signature().pointer(Export.pointerType(entry.name()));
  }

  /**
   * Returns a function with its description. A function that no import library has is described
   * only: a program that called it would compile, and not link.
   *
   * <pre>{@code
   * /* Undoes one Install... *\/
   * MMRESULT WINAPI RemoveZipIoProc(void);
   * }</pre>
   */
  private String declaration(ExportedFunction entry) {
    String description = comment(entry.function().purpose() + remarks(entry));
    return entry.isPrivate()
        ? description
        : description + entry.function().signature().function(entry.name()) + ";\n";
  }

  /** Returns how an export differs from the generated one. */
  private String remarks(ExportedFunction entry) {
    String renamed =
        "%s is %s.def's name for %s.\n"
            .formatted(entry.name(), wrapper.name(), entry.function().name());
    String nameless =
        "The DLL exports only its ordinal: GetProcAddress needs MAKEINTRESOURCEA(%d).\n"
            .formatted(entry.ordinal().orElse(0));
    String hidden =
        "%s is not in the import library: call GetProcAddress.\n".formatted(entry.name());
    return Stream.of(
            entry.isRenamed() ? renamed : "",
            entry.isNameless() ? nameless : "",
            entry.isPrivate() ? hidden : "")
        .collect(Collectors.joining());
  }

  private static String comment(String purpose) {
    List<String> lines = purpose.lines().toList();
    return lines.size() == 1
        ? "/* " + lines.get(0) + " */\n"
        : lines.stream()
            .map(line -> (" * " + line).stripTrailing() + "\n")
            .collect(Collectors.joining("", "/*\n", " */\n"));
  }

  /**
   * Changes a code so that it neither ends the comment nor begins another, which compilers warn
   * about.
   */
  private static String commented(String fourCc) {
    return fourCc.replace("*/", "* /").replace("/*", "/ *");
  }
}
