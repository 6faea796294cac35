package org.ioproc.wrapper;

import java.util.List;

/**
 * The functions that a wrapper's DLL exports.
 *
 * @param wrapper the wrapper
 * @param functions its entries in the module-definitions file, sorted by exported name
 */
public record Exports(WrapperSpec wrapper, List<ExportedFunction> functions) {

  /** Sorts the functions, as the DLL's table of names does. */
  public Exports {
    functions = functions.stream().sorted(ExportedFunction.BY_NAME).toList();
  }

  /** Returns all functions, under their own names. */
  public static Exports all(WrapperSpec wrapper) {
    return new Exports(wrapper, wrapper.exports().stream().map(ExportedFunction::of).toList());
  }

  /** Returns the entries of a generated function; several if it has several names. */
  List<ExportedFunction> of(Export function) {
    return functions.stream().filter(entry -> entry.function().equals(function)).toList();
  }
}
