package org.ioproc.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.LibraryDeclaration;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.wrapper.NativeLibrary;
import org.ioproc.processor.wrapper.NativeProcedure;

/**
 * A native wrapper to be written: a library's, or that of a procedure in no library.
 *
 * @param name the DLL's name
 * @param place what gives it the name
 * @param procedures what it exports, in the order of their names
 */
public record Wrapper(String name, Place place, List<IoProcDeclaration> procedures) {

  /** All wrappers, in the order of their names. */
  static List<Wrapper> of(
      Collection<LibraryDeclaration> libraries, Collection<IoProcDeclaration> procedures) {
    List<Wrapper> wrappers = new ArrayList<>();
    Set<String> inLibraries = new HashSet<>();
    for (LibraryDeclaration library : libraries) {
      List<IoProcDeclaration> sorted =
          library.procedures().stream()
              .filter(procedure -> procedure.constructor().isPresent())
              .sorted(Comparator.comparing(IoProcDeclaration::exportName))
              .toList();
      wrappers.add(new Wrapper(library.name(), library.namePlace(), sorted));
      sorted.forEach(procedure -> inLibraries.add(procedure.qualifiedName()));
    }
    procedures.stream()
        .filter(procedure -> procedure.constructor().isPresent())
        .filter(procedure -> !inLibraries.contains(procedure.qualifiedName()))
        .map(alone -> new Wrapper(alone.libraryName(), alone.place(), List.of(alone)))
        .forEach(wrappers::add);
    wrappers.sort(Comparator.comparing(Wrapper::name));
    return List.copyOf(wrappers);
  }

  /** What the texts are made from. */
  NativeLibrary toNative() {
    return new NativeLibrary(name, procedures.stream().map(Wrapper::toNative).toList());
  }

  private static NativeProcedure toNative(IoProcDeclaration procedure) {
    return new NativeProcedure(
        procedure.exportName(),
        procedure.fourCc(),
        procedure.provider().reflectionName(),
        procedure.qualifiedName());
  }
}
