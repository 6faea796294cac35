package org.ioproc.wrapper.image;

import java.util.OptionalInt;

/**
 * An exported name of a DLL.
 *
 * @param name the name, also of a function that is exported by its ordinal alone
 * @param ordinal the ordinal, or empty to assign a free one
 * @param isNameless whether the function is exported by its ordinal alone
 * @param isPrivate whether the import library leaves the function out
 * @param slot the template's ordinal of the function that the name leads to
 * @param argumentBytes the size of the function's arguments in a 32-bit process, in bytes
 */
public record DllExport(
    String name,
    OptionalInt ordinal,
    boolean isNameless,
    boolean isPrivate,
    int slot,
    int argumentBytes) {

  private static final int HIGHEST_ORDINAL = 0xFFFF;

  /**
   * Checks the ordinal.
   *
   * @throws IllegalArgumentException if the ordinal is not between 1 and 65535, or if the function
   *     has neither a name nor an ordinal
   */
  public DllExport {
    if (ordinal.isPresent() && (ordinal.getAsInt() < 1 || ordinal.getAsInt() > HIGHEST_ORDINAL)) {
      throw new IllegalArgumentException(
          "The ordinal of %s must be between 1 and 65535. It is %d."
              .formatted(name, ordinal.getAsInt()));
    }
    if (isNameless && ordinal.isEmpty()) {
      throw new IllegalArgumentException(
          name + " is exported without its name, so it must have an ordinal.");
    }
  }
}
