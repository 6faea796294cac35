package org.ioproc.processor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;

/** Compares the procedures of a compilation. */
public final class CompilationValidator {

  /** Finds procedures with the same code. */
  public List<Problem> codes(List<IoProcDeclaration> procedures) {
    return duplicates(
        procedures,
        procedure -> "\"" + procedure.fourCc() + "\" is also the code of ",
        IoProcDeclaration::codePlace,
        Rule.CODE_TWICE);
  }

  /**
   * Finds procedures whose generated classes have the same name, such as {@code Outer_Inner} and
   * {@code Outer.Inner}.
   */
  public List<Problem> generatedNames(List<IoProcDeclaration> procedures) {
    return duplicates(
        procedures,
        procedure ->
            procedure.generated("Installer").canonicalName() + " would also be generated for ",
        IoProcDeclaration::place,
        Rule.GENERATED_NAME_TWICE);
  }

  private static List<Problem> duplicates(
      List<IoProcDeclaration> procedures,
      Function<IoProcDeclaration, String> key,
      Function<IoProcDeclaration, Place> place,
      Rule rule) {
    List<Problem> problems = new ArrayList<>();
    procedures.stream()
        .collect(Collectors.groupingBy(key))
        .forEach(
            (shared, group) -> {
              for (IoProcDeclaration procedure : group) {
                others(procedure, group)
                    .map(names -> new Problem(rule, place.apply(procedure), shared + names + "."))
                    .ifPresent(problems::add);
              }
            });
    return problems;
  }

  private static Optional<String> others(
      IoProcDeclaration procedure, List<IoProcDeclaration> group) {
    String names =
        group.stream()
            .filter(other -> !other.equals(procedure))
            .map(IoProcDeclaration::qualifiedName)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }
}
