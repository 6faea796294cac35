package org.ioproc.wrapper;

import java.util.Locale;

/** The files that an application ships for a wrapper. */
public enum Layout {
  /** The DLL, which contains the classes. */
  ONE_FILE(
      """
      Ship one file, which contains the Java classes:
       *   %1$s.dll"""),

  /** The DLL, the jar with the procedures beside it, and the jars that it needs in "lib". */
  FOLDER(
      """
      Ship these side by side:
       *   %1$s.dll
       *   %1$s.jar
       *   lib""");

  private final String files;

  Layout(String files) {
    this.files = files;
  }

  /** Returns the layout's name in options: {@code one-file}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the files as lines of the header's comment. */
  String files(String library) {
    return files.formatted(library);
  }
}
