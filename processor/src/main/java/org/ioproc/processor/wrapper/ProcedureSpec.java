package org.ioproc.processor.wrapper;

import java.util.List;
import java.util.stream.Stream;

/**
 * A procedure in a native wrapper.
 *
 * @param name the name that the exported functions have in theirs
 * @param fourCc four characters of printable ASCII
 * @param provider the binary name of the generated class that creates the procedure
 * @param sourceClass the author's class
 */
public record ProcedureSpec(String name, String fourCc, String provider, String sourceClass) {

  /**
   * The functions that a wrapper exports for the procedure, in the order of its header. All have
   * the procedure's name in theirs, so that two wrappers in one process never clash; none is called
   * like the class, which may have a name of C or Windows.
   */
  public List<Export> exports() {
    return List.of(
        new Export(
            "Install" + name,
            Signature.STATUS,
            "ioproc_install(&%s)",
            """
            Installs the procedure in this process. Installations are counted: each call that returns 0
            needs a Remove... Java is looked for, but not started.
            """),
        new Export(
            "Remove" + name,
            Signature.STATUS,
            "ioproc_remove(&%s)",
            """
            Undoes one Install... Files that are open must be closed before the last.
            """),
        new Export(
            "Preload" + name,
            Signature.STATUS,
            "ioproc_preload(&%s)",
            """
            Starts Java and creates the procedure now, so that the first file opens without delay and
            failures are reported here. It is never required. After a failure it may be called again.
            """),
        new Export(
            callback(),
            Signature.MESSAGE,
            "ioproc_message(&%s, lpmmioinfo, uMsg, lParam1, lParam2)",
            """
            The procedure itself, to open a single file through MMIOINFO.pIOProc, without Install... If Java
            cannot be used, it answers OPEN and RENAME with MMIOERR_CANNOTOPEN.
            """),
        new Export(
            name + "ErrorText",
            Signature.TEXT,
            "ioproc_error_text(buffer, length)",
            """
            Describes this thread's most recent failure, in this DLL or in a procedure's Java code.
            Truncated to fit and always NUL-terminated; pass NULL and 0 to query the length.

            buffer  receives the text, or is NULL
            length  of the buffer, in WCHARs
            returns the length of the whole text in WCHARs without the NUL; 0 if nothing failed
            """),
        new Export(
            name + "Java",
            Signature.TEXT,
            "ioproc_java_text(buffer, length)",
            """
            Names the Java that was chosen, as ...ErrorText does; empty until one was chosen.
            """),
        new Export(
            name + "Version",
            Signature.TEXT,
            "ioproc_version_text(buffer, length)",
            """
            Returns the DLL's version, as ...ErrorText does; it is also in the file's properties.
            """));
  }

  /** The function that mmio calls. */
  String callback() {
    return name + "Callback";
  }

  /** The variable of the wrapper's source. */
  String variable() {
    return "procedure_" + name;
  }

  /** Every name that a wrapper declares for the procedure. */
  public List<String> declared() {
    return Stream.concat(
            Stream.of(variable()),
            exports().stream().flatMap(export -> Stream.of(export.name(), export.pointerType())))
        .toList();
  }

  /** The binary name of the generated class that the provider is nested in. */
  public String installer() {
    return provider.substring(0, provider.lastIndexOf('$'));
  }
}
