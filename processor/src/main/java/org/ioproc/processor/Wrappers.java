package org.ioproc.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.LibraryDeclaration;
import org.ioproc.processor.model.Place;
import org.ioproc.wrapper.ProcedureSpec;
import org.ioproc.wrapper.WrapperSpec;

/**
 * The native wrappers of a compilation, and the declarations that they come from.
 *
 * @param specs the wrappers, sorted by name, each with the place of its name: in the library's
 *     annotation, or at the class if the procedure is in no library
 * @param procedures the declarations of the wrappers' procedures
 * @param libraries the names of the elements with an {@code @IoProcLibrary}, in this compilation or
 *     an earlier one
 */
record Wrappers(
    Map<WrapperSpec, Place> specs,
    Map<ProcedureSpec, IoProcDeclaration> procedures,
    NavigableSet<String> libraries) {

  static Wrappers none() {
    return new Wrappers(Map.of(), Map.of(), new TreeSet<>());
  }

  static Wrappers of(
      Collection<LibraryDeclaration> libraries,
      Collection<IoProcDeclaration> procedures,
      NavigableSet<String> names) {
    Map<ProcedureSpec, IoProcDeclaration> declarations = new LinkedHashMap<>();
    List<Map.Entry<WrapperSpec, Place>> specs = new ArrayList<>();
    for (LibraryDeclaration library : libraries) {
      List<ProcedureSpec> members = specs(library.procedures(), declarations);
      specs.add(Map.entry(new WrapperSpec(library.name(), members), library.namePlace()));
    }
    List<IoProcDeclaration> alone =
        procedures.stream()
            .filter(procedure -> !declarations.containsKey(spec(procedure)))
            .toList();
    for (IoProcDeclaration procedure : alone) {
      for (ProcedureSpec spec : specs(List.of(procedure), declarations)) {
        specs.add(
            Map.entry(new WrapperSpec(procedure.libraryName(), List.of(spec)), procedure.place()));
      }
    }
    specs.sort(Map.Entry.comparingByKey(Comparator.comparing(WrapperSpec::name)));
    Map<WrapperSpec, Place> sorted = new LinkedHashMap<>();
    specs.forEach(spec -> sorted.putIfAbsent(spec.getKey(), spec.getValue()));
    return new Wrappers(sorted, declarations, names);
  }

  /** Omits procedures without a constructor that generated code can call. */
  private static List<ProcedureSpec> specs(
      List<IoProcDeclaration> procedures, Map<ProcedureSpec, IoProcDeclaration> declarations) {
    List<ProcedureSpec> specs = new ArrayList<>();
    for (IoProcDeclaration procedure : procedures) {
      if (procedure.constructor().isPresent()) {
        ProcedureSpec spec = spec(procedure);
        declarations.put(spec, procedure);
        specs.add(spec);
      }
    }
    return specs;
  }

  private static ProcedureSpec spec(IoProcDeclaration procedure) {
    return new ProcedureSpec(
        procedure.exportName(),
        procedure.fourCc(),
        procedure.provider().reflectionName(),
        procedure.qualifiedName());
  }
}
