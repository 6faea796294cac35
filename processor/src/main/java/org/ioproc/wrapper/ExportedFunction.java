package org.ioproc.wrapper;

import java.util.Comparator;
import java.util.OptionalInt;

/**
 * An entry of a module-definitions file: a generated function under the name that the DLL exports.
 *
 * @param function the generated function
 * @param name the exported name, which is also the name in the header
 * @param ordinal the number chosen for it, if any
 * @param isNameless whether the DLL exports only the ordinal; import libraries know the name
 * @param isPrivate whether import libraries leave it out, so that only GetProcAddress finds it
 */
public record ExportedFunction(
    Export function, String name, OptionalInt ordinal, boolean isNameless, boolean isPrivate) {

  /** Sorts by the exported names. */
  static final Comparator<ExportedFunction> BY_NAME = Comparator.comparing(ExportedFunction::name);

  public ExportedFunction {
    if (isNameless && ordinal.isEmpty()) {
      throw new IllegalArgumentException(name + " has neither a name nor an ordinal.");
    }
  }

  /** Exports a function as it is named. */
  static ExportedFunction of(Export function) {
    return new ExportedFunction(function, function.name(), OptionalInt.empty(), false, false);
  }

  /** Returns whether the exported name is not the generated one. */
  boolean isRenamed() {
    return !name.equals(function.name());
  }
}
