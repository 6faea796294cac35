package org.ioproc.wrapper;

/**
 * The functions that a wrapper can export for each procedure, in the order of its header. Each name
 * contains the class's name, so two wrappers in one process do not clash. No name is just the
 * class's name, which C or Windows may already use.
 */
public enum ExportKind {
  INSTALL(
      "Install%s",
      Signature.STATUS,
      "ioproc_install(&%s)",
      """
      Installs the procedure in this process. Installations are counted: each call that returns 0
      must be matched by a Remove... Looks for Java, but does not start it.
      """),
  REMOVE(
      "Remove%s",
      Signature.STATUS,
      "ioproc_remove(&%s)",
      """
      Undoes one Install... Close all files before undoing the last one.
      """),
  PRELOAD(
      "Preload%s",
      Signature.STATUS,
      "ioproc_preload(&%s)",
      """
      Starts Java and creates the procedure now, so that the first file opens without delay and
      failures are reported here. Calling it is optional. After a failure it may be called again.
      """),
  CALLBACK(
      "%sCallback",
      Signature.MESSAGE,
      "ioproc_message(&%s, lpmmioinfo, uMsg, lParam1, lParam2)",
      """
      The procedure itself. Put it into MMIOINFO.pIOProc to open a single file without Install...
      If Java cannot be used, MMIOM_OPEN and MMIOM_RENAME return MMIOERR_CANNOTOPEN.
      """),
  ERROR_TEXT(
      "%sErrorText",
      Signature.TEXT,
      "ioproc_error_text(buffer, length)",
      """
      Describes this thread's most recent failure, in this DLL or in a procedure's Java code.
      Truncated to fit and always NUL-terminated; pass NULL and 0 to query the length.

      buffer   receives the text, or is NULL
      length   the buffer's length in WCHARs
      returns  the length of the whole text in WCHARs, without the NUL; 0 if nothing failed
      """),
  JAVA(
      "%sJava",
      Signature.TEXT,
      "ioproc_java_text(buffer, length)",
      """
      Describes the chosen Java, and if it runs beside the process, says so and why, in the same
      way as ...ErrorText. Empty until Java is chosen.
      """),
  VERSION(
      "%sVersion",
      Signature.TEXT,
      "ioproc_version_text(buffer, length)",
      """
      Returns the DLL's version, in the same way as ...ErrorText; the file's properties show it too.
      """),
  DOCTOR(
      "%sDoctorW",
      Signature.COMMAND,
      "ioproc_doctor(hwnd, hinst, lpszCmdLine, nCmdShow)",
      """
      Writes a report that says what the DLL found on this computer and what is wrong, and shows it
      in Notepad. Run it without a program; rundll32 itself adds the W:
        rundll32 LIBRARY.dll,...Doctor [--report=FILE] [--no-open] [--archive] [NAME]
      The DLL's architecture decides which rundll32: a 32-bit DLL needs the one in SysWOW64. The
      report is for people and may change. It does not contain the user's name.

      lpszCmdLine  FILE gets the report, which is otherwise LIBRARY-doctor.txt in the folder for
                   temporary files; --no-open does not show it; NAME is opened and read
                   whole; --archive also creates LIBRARY.jsa beside the DLL, with which Java
                   starts faster
      returns      the number of problems, or -1 if there is no report
      """);

  private final String name;
  private final Signature signature;
  private final String call;
  private final String purpose;

  ExportKind(String name, Signature signature, String call, String purpose) {
    this.name = name;
    this.signature = signature;
    this.call = call;
    this.purpose = purpose;
  }

  /** Returns the function's name in C for a procedure. */
  String of(String procedure) {
    return name.formatted(procedure);
  }

  Signature signature() {
    return signature;
  }

  /** Returns the function's body, a call to the fixed sources. */
  String call(String variable) {
    return call.formatted(variable);
  }

  /** Returns the function's description in the header. */
  String purpose() {
    return purpose;
  }
}
