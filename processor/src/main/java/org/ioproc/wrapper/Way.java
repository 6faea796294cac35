package org.ioproc.wrapper;

import java.util.Locale;

/** Where Java runs. The environment and the options file of an installation may choose another. */
public enum Way {
  /** Inside the application's process if it can, or else in a process beside it. */
  AUTO(
      """
      inside the process if it can. Otherwise it runs beside it, in another process
       * that the DLL starts. So a 32-bit program can use a 64-bit Java. Java runs beside if it fails
       * inside with ..._E_NO_JAVA, ..._E_WRONG_JAVA, ..._E_BAD_JAVA, ..._E_VM_START, ..._E_HEAP or
       * ..._E_POLICY. These settings choose one way; the first one that is there counts:"""),

  /** Inside the application's process. */
  INSIDE(
      """
      inside the process, or beside it in another process that the DLL starts. This
       * DLL runs it inside unless a setting says beside; the first one that is there counts:"""),

  /** In a process beside the application's. */
  BESIDE(
      """
      inside the process, or beside it in another process that the DLL starts. This
       * DLL runs it beside unless a setting says inside; the first one that is there counts:""");

  private final String description;

  Way(String description) {
    this.description = description;
  }

  /** Returns the way's name in options: {@code beside}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns lines of the header's comment. */
  String description() {
    return description;
  }

  /** Returns the way's name in C: {@code IOPROC_BESIDE}. */
  String constant() {
    return "IOPROC_" + name();
  }
}
