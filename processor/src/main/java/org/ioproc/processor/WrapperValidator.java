package org.ioproc.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Judges native wrappers: the names of DLLs and of the C functions in them. */
final class WrapperValidator {

  private static final Pattern LIBRARY = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  List<Problem> validate(List<Wrapper> wrappers) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Wrapper> byName = new HashMap<>();
    for (Wrapper wrapper : wrappers) {
      Wrapper other = byName.putIfAbsent(wrapper.name().toLowerCase(Locale.ROOT), wrapper);
      if (other != null) {
        String observed =
            "\"" + wrapper.name() + "\" is that of " + names(other) + " and of " + names(wrapper);
        problems.add(new Problem(Rule.LIBRARY_TWICE, wrapper.place(), observed + "."));
      }
      problems.addAll(exports(wrapper));
      problems.addAll(name(wrapper));
    }
    return problems;
  }

  /** A class's own name is judged as an identifier first: once is enough. */
  private static List<Problem> name(Wrapper wrapper) {
    String name = wrapper.name();
    boolean identifiers =
        wrapper.procedures().stream()
            .allMatch(procedure -> IDENTIFIER.matcher(procedure.exportName()).matches());
    boolean wrong = !LIBRARY.matcher(name).matches() || ReservedNames.isFile(name);
    return wrong && identifiers
        ? List.of(
            new Problem(Rule.LIBRARY_NAME, wrapper.place(), "This one would be \"" + name + "\"."))
        : List.of();
  }

  private static List<Problem> exports(Wrapper wrapper) {
    List<Problem> problems = new ArrayList<>();
    Map<String, IoProcDeclaration> owners = new HashMap<>();
    for (IoProcDeclaration procedure : wrapper.procedures()) {
      String name = procedure.exportName();
      if (!IDENTIFIER.matcher(name).matches()) {
        problems.add(problem(Rule.C_IDENTIFIER, procedure, "This one is " + name + "."));
      }
      for (String export : exports(name)) {
        if (ReservedNames.isIdentifier(export)) {
          String observed = export + " is taken by C or windows.h.";
          problems.add(problem(Rule.C_RESERVED, procedure, observed));
        }
        IoProcDeclaration other = owners.putIfAbsent(export, procedure);
        if (other != null) {
          String observed =
              export + " is for " + other.qualifiedName() + " and " + procedure.qualifiedName();
          problems.add(problem(Rule.EXPORT_TWICE, procedure, observed + "."));
        }
      }
    }
    return problems;
  }

  private static List<String> exports(String name) {
    return List.of(name, "Install" + name, "Remove" + name, "Preload" + name, name + "ErrorText");
  }

  private static String names(Wrapper wrapper) {
    return String.join(
        ", ", wrapper.procedures().stream().map(IoProcDeclaration::qualifiedName).toList());
  }

  private static Problem problem(Rule rule, IoProcDeclaration procedure, String observed) {
    return new Problem(rule, procedure.place(), observed);
  }
}
