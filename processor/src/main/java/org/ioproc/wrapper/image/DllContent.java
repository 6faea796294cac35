package org.ioproc.wrapper.image;

import java.util.List;
import org.ioproc.wrapper.Way;

/**
 * What distinguishes a library's DLL from others: names and data.
 *
 * @param library the DLL's name, without its extension
 * @param procedures the procedures, in the order of the template's slots
 * @param exports the exported names
 * @param version the version
 * @param way where Java runs
 */
public record DllContent(
    String library,
    List<DllProcedure> procedures,
    List<DllExport> exports,
    DllVersion version,
    Way way) {

  public static final int HIGHEST_COUNT = 64;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there are no procedures or more than 64
   */
  public DllContent {
    procedures = List.copyOf(procedures);
    exports = List.copyOf(exports);
    if (procedures.isEmpty() || procedures.size() > HIGHEST_COUNT) {
      throw new IllegalArgumentException(
          "A library must have between 1 and 64 procedures. %s has %d."
              .formatted(library, procedures.size()));
    }
  }

  /** Returns the DLL's name, with its extension. */
  String file() {
    return library + ".dll";
  }
}
