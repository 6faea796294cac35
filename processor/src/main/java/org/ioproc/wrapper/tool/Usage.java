package org.ioproc.wrapper.tool;

import java.util.Optional;

/** What the tool prints about itself. */
final class Usage {

  static final String SHORT =
      """
      Usage: ioproc wrap [options] JAR
      For the options: ioproc wrap --help
      """;

  static final String LONG =
      """
      Usage: ioproc wrap [options] JAR

      Writes DLLs through which applications in C use the I/O procedures of JAR: for each library
      and architecture the DLL and its import library, and for all a header, a module-definitions
      file and a README.

      Options, as --name VALUE or --name=VALUE:
        --class-path JARS           the jars and class folders that the procedures need, separated
                                    as in java's class path; FOLDER/* means all jars of a folder
        --output FOLDER             the folder for the files; wrapper by default. The tool removes
                                    files that it wrote there earlier and now does not write
        --layout LAYOUT             one-file: the classes are inside the DLL (default)
                                    folder: they are in jars beside the DLL
        --architectures NAMES       any of x64,x86,arm64; all by default
        --java WAY                  auto: Java runs inside the application's process if it can,
                                    or else in a process beside it (default)
                                    inside, beside: only there, unless the environment variable
                                    IOPROC_JAVA or the DLL's options file says otherwise
        --library NAME              a library of JAR; all by default; can be repeated
        --module-definitions FILE   the exported names and ordinals, in place of those in JAR;
                                    can be repeated
        --product NAME              the product, in the DLL's properties
        --product-version VERSION   the product's version, such as 1.4.0 or 1.4.0-beta
        --company NAME              the company
        --copyright TEXT            the copyright
        --sources                   write the DLL's C sources with a CMakeLists.txt instead
        --help                      print this text
        --version                   print the tool's version

      Exit status: 0 on success, 1 if the DLLs could not be written, 2 if the command is wrong.
      """;

  private Usage() {}

  /** Returns the name and version of the tool, as the jar's manifest states it. */
  static String version() {
    return "ioproc "
        + Optional.ofNullable(Usage.class.getPackage().getImplementationVersion())
            .orElse("(unknown version)");
  }
}
