package org.ioproc.processor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ioproc.FourCc;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;

/** Checks a procedure's four-character code. */
final class CodeValidator {

  /** Characters that file names cannot contain, or that end an extension. */
  private static final String NEVER_IN_EXTENSIONS = "\\/:*?\"<>|.";

  List<Problem> validate(IoProcDeclaration declaration) {
    String code = declaration.code();
    if (code.isBlank()) {
      return List.of(problem(Rule.CODE_EMPTY, declaration, "This code is \"" + code + "\"."));
    }
    List<Problem> problems = new ArrayList<>();
    long length = code.codePoints().count();
    if (length > 4) {
      String observed = "\"" + code + "\" has " + length + " characters.";
      problems.add(problem(Rule.CODE_TOO_LONG, declaration, observed));
    }
    code.codePoints()
        .filter(character -> character < ' ' || character > '~')
        .mapToObj(character -> String.format(Locale.ROOT, "%c (U+%04X)", character, character))
        .findFirst()
        .map(
            character ->
                problem(Rule.CODE_CHARACTERS, declaration, "This code contains " + character + "."))
        .ifPresent(problems::add);
    if (problems.isEmpty()) {
      problems.addAll(warnings(declaration));
    }
    return problems;
  }

  private static List<Problem> warnings(IoProcDeclaration declaration) {
    String code = declaration.fourCc();
    FourCc fourCc = FourCc.of(code);
    if (fourCc.equals(FourCc.DOS) || fourCc.equals(FourCc.MEM)) {
      return List.of(problem(Rule.CODE_PREDEFINED, declaration, "This code is \"" + code + "\"."));
    }
    return unreachable(code)
        .map(why -> problem(Rule.CODE_UNREACHABLE, declaration, "\"" + code + "\" " + why))
        .stream()
        .toList();
  }

  private static Optional<String> unreachable(String code) {
    if (!code.equals(code.toUpperCase(Locale.ROOT))) {
      return Optional.of(
          "has lower-case letters; mmio looks for \"" + code.toUpperCase(Locale.ROOT) + "\".");
    }
    if (code.startsWith(" ")) {
      String name = "music." + code.stripTrailing().toLowerCase(Locale.ROOT) + "+track.wav";
      return Optional.of("begins with a space: only a name like \"" + name + "\" selects it.");
    }
    return code.chars()
        .filter(character -> NEVER_IN_EXTENSIONS.indexOf(character) >= 0)
        .mapToObj(character -> "has '" + (char) character + "'.")
        .findFirst();
  }

  private static Problem problem(Rule rule, IoProcDeclaration declaration, String observed) {
    return new Problem(rule, declaration.codePlace(), observed);
  }
}
