package org.ioproc.processor.wrapper;

import java.util.List;
import java.util.stream.Stream;

/**
 * A procedure in a native wrapper.
 *
 * @param name the class's name, part of the names of the exported functions
 * @param fourCc four characters of printable ASCII
 * @param provider the binary name of the generated class that creates the procedure
 * @param sourceClass the author's class
 */
public record ProcedureSpec(String name, String fourCc, String provider, String sourceClass) {

  /**
   * Returns the functions that a wrapper exports for the procedure, in the order of its header.
   * Each name contains the class's name, so two wrappers in one process do not clash. No name is
   * just the class's name, which C or Windows may already use.
   */
  public List<Export> exports() {
    return List.of(
        new Export(
            "Install" + name,
            Signature.STATUS,
            "ioproc_install(&%s)",
            """
            Installs the procedure in this process. Installations are counted: each call that returns 0
            must be matched by a Remove... Looks for Java, but does not start it.
            """),
        new Export(
            "Remove" + name,
            Signature.STATUS,
            "ioproc_remove(&%s)",
            """
            Undoes one Install... Close all files before undoing the last one.
            """),
        new Export(
            "Preload" + name,
            Signature.STATUS,
            "ioproc_preload(&%s)",
            """
            Starts Java and creates the procedure now, so that the first file opens without delay and
            failures are reported here. Calling it is optional. After a failure it may be called again.
            """),
        new Export(
            callback(),
            Signature.MESSAGE,
            "ioproc_message(&%s, lpmmioinfo, uMsg, lParam1, lParam2)",
            """
            The procedure itself. Put it into MMIOINFO.pIOProc to open a single file without Install...
            If Java cannot be used, MMIOM_OPEN and MMIOM_RENAME return MMIOERR_CANNOTOPEN.
            """),
        new Export(
            name + "ErrorText",
            Signature.TEXT,
            "ioproc_error_text(buffer, length)",
            """
            Describes this thread's most recent failure, in this DLL or in a procedure's Java code.
            Truncated to fit and always NUL-terminated; pass NULL and 0 to query the length.

            buffer   receives the text, or is NULL
            length   the buffer's length in WCHARs
            returns  the length of the whole text in WCHARs, without the NUL; 0 if nothing failed
            """),
        new Export(
            name + "Java",
            Signature.TEXT,
            "ioproc_java_text(buffer, length)",
            """
            Describes the chosen Java, in the same way as ...ErrorText; empty until Java is chosen.
            """),
        new Export(
            name + "Version",
            Signature.TEXT,
            "ioproc_version_text(buffer, length)",
            """
            Returns the DLL's version, in the same way as ...ErrorText; the file's properties show it too.
            """));
  }

  /** Returns the name of the function that mmio calls. */
  String callback() {
    return name + "Callback";
  }

  /** Returns the name of the variable in the wrapper's source. */
  String variable() {
    return "procedure_" + name;
  }

  /** Returns every name that a wrapper declares for the procedure. */
  public List<String> declared() {
    return Stream.concat(
            Stream.of(variable()),
            exports().stream().flatMap(export -> Stream.of(export.name(), export.pointerType())))
        .toList();
  }

  /** Returns the binary name of the generated class that encloses the provider. */
  public String installer() {
    return provider.substring(0, provider.lastIndexOf('$'));
  }
}
