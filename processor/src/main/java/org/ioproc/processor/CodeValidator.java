package org.ioproc.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ioproc.FourCc;

/** Judges a procedure's four-character code. */
final class CodeValidator {

  /** No folder's or file's name has them, or the extension ends there. */
  private static final String NEVER_IN_EXTENSIONS = "\\/:*?\"<>|.";

  List<Problem> validate(IoProcDeclaration declaration) {
    String code = declaration.code();
    if (code.isBlank()) {
      return List.of(problem(Rule.CODE_EMPTY, declaration, "This one is \"" + code + "\"."));
    }
    List<Problem> problems = new ArrayList<>();
    if (code.length() > 4) {
      String observed = "\"" + printable(code) + "\" has " + code.length() + ".";
      problems.add(problem(Rule.CODE_TOO_LONG, declaration, observed));
    }
    code.chars()
        .filter(character -> character < ' ' || character > '~')
        .mapToObj(character -> String.format(Locale.ROOT, "U+%04X", character))
        .findFirst()
        .map(
            character ->
                problem(Rule.CODE_CHARACTERS, declaration, "This one has " + character + "."))
        .ifPresent(problems::add);
    if (problems.isEmpty() && !isOnPurpose(declaration)) {
      problems.addAll(warnings(declaration));
    }
    return problems;
  }

  private static List<Problem> warnings(IoProcDeclaration declaration) {
    String code = declaration.fourCc();
    FourCc fourCc = FourCc.of(code);
    if (fourCc.equals(FourCc.DOS) || fourCc.equals(FourCc.MEM)) {
      return List.of(problem(Rule.CODE_PREDEFINED, declaration, "This one is \"" + code + "\"."));
    }
    if (!code.equals(code.toUpperCase(Locale.ROOT))) {
      String observed = "\"" + code + "\" has lower-case letters, so no name leads to it.";
      return List.of(problem(Rule.CODE_UNREACHABLE, declaration, observed));
    }
    return code.chars()
        .filter(character -> NEVER_IN_EXTENSIONS.indexOf(character) >= 0)
        .mapToObj(
            character -> "No extension has '" + (char) character + "', so no name leads to it.")
        .map(observed -> problem(Rule.CODE_UNREACHABLE, declaration, observed))
        .limit(1)
        .toList();
  }

  private static boolean isOnPurpose(IoProcDeclaration declaration) {
    SuppressWarnings suppressed = declaration.type().getAnnotation(SuppressWarnings.class);
    return suppressed != null && List.of(suppressed.value()).contains("ioproc");
  }

  private static String printable(String code) {
    return code.replaceAll("[^ -~]", "?");
  }

  private static Problem problem(Rule rule, IoProcDeclaration declaration, String observed) {
    return new Problem(rule, declaration.codePlace(), observed);
  }
}
