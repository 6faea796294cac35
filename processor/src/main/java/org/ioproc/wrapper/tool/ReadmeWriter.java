package org.ioproc.wrapper.tool;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ioproc.wrapper.ExportKind;
import org.ioproc.wrapper.ExportedFunction;
import org.ioproc.wrapper.Layout;
import org.ioproc.wrapper.Way;
import org.ioproc.wrapper.image.Architecture;

/** Writes the README for programmers who use the DLLs in C. */
final class ReadmeWriter {

  private final Layout layout;
  private final Way way;
  private final List<Architecture> architectures;
  private final List<Library> libraries;

  /** The library of the examples. */
  private final Library first;

  private final String name;

  private ReadmeWriter(WrapRequest request, List<Library> libraries) {
    this.layout = request.layout();
    this.way = request.way();
    this.architectures = request.architectures().stream().sorted().toList();
    this.libraries = libraries;
    this.first = libraries.get(0);
    this.name = first.name();
  }

  static String write(WrapRequest request, List<Library> libraries) {
    return new ReadmeWriter(request, libraries).write();
  }

  private String write() {
    return """
    # %2$s

    I/O procedures for the Windows multimedia file manager (mmio), written in Java. After one call
    of %3$s, mmioOpen, PlaySound, MCI and AVIFile open the procedures' files in the same
    process.

    ## Files

    Each folder is for programs of one architecture: %11$s.

    | file | purpose |
    |---|---|
    %4$s
    | `%1$s.lib` | import library, for Microsoft's linker and mingw-w64; only for building |
    | `%1$s.h` | the functions, their results, and limits; only for building |
    | `%1$s.def` | the exported names, for other compilers' import libraries |
    %5$s## Building a program

        %12$s-w64-mingw32-gcc program.c -I. %13$s/%1$s.lib -lwinmm
        cl program.c /I. %13$s\\%1$s.lib winmm.lib

    %6$s
    ## Java

    %14$s
    To choose one of the two ways for a program, set the environment variable `IOPROC_JAVA` to
    `inside` or `beside`. Beside the program, a crash of Java or `System.exit` does not end the
    program, but open files fail; `%1$s.h` describes all differences.

    The DLL uses a Java virtual machine that is already in the process, or else looks at
    `IOPROC_JAVA_HOME`, the folder `runtime` beside the DLL, `JAVA_HOME`, the registry and `PATH`,
    in this order. Java starts when the first file is opened.

    To ship Java as well, put a runtime that `jlink` created beside the DLL, as `runtime`. To set
    options for Java, such as `-Xmx1g`, write them into `%1$s.vmoptions` beside the DLL, one per
    line.

    ## Errors

    `%1$s.h` lists the results; 0 is success. These are the most frequent ones:

    | result | meaning |
    |---|---|
    | `%7$s_E_NO_JAVA` | no Java was found |
    | `%7$s_E_WRONG_JAVA` | only Java of an unusable architecture or older than 17 was found |
    %8$s
    | `%7$s_E_PROCEDURE` | the procedure's own code failed |
    | `%7$s_E_JAVA_ENDED` | Java has ended beside the program; open the file again |

    %9$sIf the environment variable `IOPROC_LOG` names a file, the DLL logs there what it does.

    %15$s## Signing

    %10$s

    ## Elevated programs and services

    Environment variables and the user's registry keys can choose the Java that runs, and its
    options. Put `runtime` beside the DLL, in a folder that only administrators may write to, and
    start the program without the variables that `%1$s.h` names.
    """
        .formatted(
            name,
            names(libraries),
            function(ExportKind.INSTALL).map(one -> "`" + one + "`").orElse("its function"),
            shipped(),
            several(),
            atRunTime(),
            first.wrapper().prefix(),
            classes(),
            texts(),
            signing(),
            folders(),
            mingw(),
            architectures.get(0).folder(),
            way(),
            doctor());
  }

  private String folders() {
    return architectures.stream()
        .map(architecture -> "`" + architecture.folder() + "`")
        .collect(Collectors.joining(", "));
  }

  /** Returns the architecture of the example as mingw-w64 names it. */
  private String mingw() {
    return switch (architectures.get(0)) {
      case X64 -> "x86_64";
      case X86 -> "i686";
      case ARM64 -> "aarch64";
    };
  }

  private static String names(List<Library> libraries) {
    return libraries.stream().map(Library::name).collect(Collectors.joining(", "));
  }

  private String others() {
    return names(libraries.subList(1, libraries.size()));
  }

  /** Returns the exported name of a function of the first procedure that has it. */
  private Optional<String> function(ExportKind kind) {
    return first.exports().functions().stream()
        .filter(one -> one.function().kind() == kind && !one.isNameless())
        .map(ExportedFunction::name)
        .findFirst();
  }

  private String shipped() {
    return switch (layout) {
      case ONE_FILE ->
          "| `%s.dll` | the procedures, with their Java classes; ship this file alone |"
              .formatted(name);
      case FOLDER ->
          """
          | `%1$s.dll` | the procedures; ship it with the next two, side by side |
          | `%1$s.jar`, `lib` | the procedures' Java classes, and the libraries that they need |"""
              .formatted(name);
    };
  }

  private String several() {
    return libraries.size() == 1
        ? "\n"
        : "\nThe other libraries' files are named after them: %s.\n\n".formatted(others());
  }

  private String atRunTime() {
    return function(ExportKind.INSTALL)
        .map(
            install ->
                """
                Put the DLL where the program finds its DLLs, for example beside it. Or load it
                at run time:

                    HMODULE dll = LoadLibraryW(L"%1$s.dll");
                    PFN_%2$s install = (PFN_%2$s)(void (*)(void))GetProcAddress(dll, "%2$s");
                    if (install == NULL || install() != 0) ...
                """
                    .formatted(name, install))
        .orElse("Put the DLL where the program finds its DLLs, for example beside it.\n");
  }

  private String way() {
    return switch (way) {
      case AUTO ->
          """
          The computer needs Java 17 or later. Java runs inside the program's process if it can. If
          not, for example because it is for another architecture, the DLL starts it as a process
          beside the program.\
          """;
      case INSIDE ->
          """
          The computer needs Java 17 or later for the program's architecture, because this DLL runs
          Java inside the program's process.\
          """;
      case BESIDE ->
          """
          The computer needs Java 17 or later, of any architecture that Windows can run. This DLL
          starts Java as a process beside the program.\
          """;
    };
  }

  private String classes() {
    String prefix = first.wrapper().prefix();
    return switch (layout) {
      case ONE_FILE ->
          "| `%s_E_DAMAGED` | the DLL is damaged or incomplete: its configuration or its classes |"
              .formatted(prefix);
      case FOLDER ->
          ("| `%1$s_E_NO_CLASSES`, `%1$s_E_CLASS` | `%2$s.jar` is not beside the DLL, or a"
                  + " jar is missing from `lib` |")
              .formatted(prefix, name);
    };
  }

  private String texts() {
    String text =
        function(ExportKind.ERROR_TEXT)
            .map(one -> "`%s` describes the thread's most recent failure. ".formatted(one))
            .orElse("");
    return text
        + function(ExportKind.JAVA)
            .map(
                one ->
                    "`%s` names the Java that was chosen, and says where it runs.\n".formatted(one))
            .orElse("");
  }

  /** Returns the command that finds out what is wrong, if rundll32 can find the function. */
  private String doctor() {
    return function(ExportKind.DOCTOR)
        .filter(function -> function.endsWith("W"))
        .map(function -> function.substring(0, function.length() - 1))
        .map(
            function ->
                """
                This command needs no program. It shows in Notepad which Java was found and why others
                were not, whether it starts, and what happens when a file is opened. With `--archive` it
                also creates `%1$s.jsa` beside the DLL, with which Java starts faster. For a 32-bit DLL,
                run `%%SystemRoot%%\\SysWOW64\\rundll32`:

                    rundll32 %1$s.dll,%2$s [--report=FILE] [--no-open] [--archive] [NAME]

                """
                    .formatted(name, function))
        .orElse("");
  }

  private String signing() {
    return switch (layout) {
      case ONE_FILE ->
          """
          `signtool sign` may sign the DLL. The signature follows the classes in the file and must
          have at most 64,000 bytes, else Java does not find the classes.\
          """;
      case FOLDER -> "`signtool sign` may sign the DLL, and `jarsigner` the jars.";
    };
  }
}
