package org.ioproc.processor.wrapper;

import java.util.List;

/**
 * A function that a wrapper exports. All have the class's name in theirs, so that two wrappers in
 * one process never clash.
 *
 * @param name its name in C
 * @param argumentBytes the size of its arguments on 32 bits
 */
public record NativeExport(String name, int argumentBytes) {

  /** A procedure's functions, in the order of the header. */
  public static List<NativeExport> of(String procedure) {
    return List.of(
        new NativeExport("Install" + procedure, 0),
        new NativeExport("Remove" + procedure, 0),
        new NativeExport("Preload" + procedure, 0),
        new NativeExport(procedure, 16),
        new NativeExport(procedure + "ErrorText", 8),
        new NativeExport(procedure + "Java", 8),
        new NativeExport(procedure + "Version", 8));
  }

  /** The type of a pointer to the function, for programs that call GetProcAddress. */
  public String pointerType() {
    return "PFN_" + name;
  }
}
