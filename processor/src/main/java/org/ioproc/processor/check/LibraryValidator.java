package org.ioproc.processor.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ioproc.IoProc;
import org.ioproc.processor.model.DeclaredValues;
import org.ioproc.processor.model.LibraryDeclaration;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;

/** Checks the procedures that libraries list. */
public final class LibraryValidator {

  public List<Problem> validate(List<LibraryDeclaration> libraries) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> owners = new HashMap<>();
    for (LibraryDeclaration library : libraries) {
      if (library.members().isEmpty()) {
        String observed = "\"" + library.name() + "\" lists no procedures.";
        problems.add(new Problem(Rule.LIBRARY_EMPTY, library.proceduresPlace(), observed));
      }
      for (LibraryDeclaration.Member member : library.members()) {
        problems.addAll(validate(member));
        String owner = owners.putIfAbsent(member.text(), library.name());
        if (owner != null) {
          String other =
              owner.equals(library.name()) ? " twice" : " and in \"" + library.name() + "\"";
          String observed = member.text() + " is in \"" + owner + "\"" + other + ".";
          problems.add(new Problem(Rule.LIBRARY_SAME_TWICE, member.place(), observed));
        }
      }
    }
    return problems;
  }

  private static List<Problem> validate(LibraryDeclaration.Member member) {
    boolean annotated =
        member.type().flatMap(type -> DeclaredValues.annotation(type, IoProc.class)).isPresent();
    if (!annotated) {
      return List.of(
          new Problem(Rule.LIBRARY_UNKNOWN, member.place(), member.text() + " has no @IoProc."));
    }
    boolean creatable =
        member.procedure().map(procedure -> procedure.constructor().isPresent()).orElse(true);
    return creatable
        ? List.of()
        : List.of(
            new Problem(Rule.LIBRARY_CONSTRUCTOR, member.place(), member.text() + " has none."));
  }
}
