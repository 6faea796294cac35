package org.ioproc.processor.check;

import com.squareup.javapoet.ClassName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ioproc.processor.Wrapper;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;
import org.ioproc.processor.wrapper.NativeExport;
import org.jspecify.annotations.Nullable;

/** Judges native wrappers: the names of DLLs and of the C functions in them. */
public final class WrapperValidator {

  private static final Pattern LIBRARY_START = Pattern.compile("[a-z]");
  private static final Pattern LIBRARY = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  public List<Problem> validate(List<Wrapper> wrappers) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Wrapper> byName = new HashMap<>();
    for (Wrapper wrapper : wrappers) {
      Wrapper other = byName.putIfAbsent(wrapper.name().toLowerCase(Locale.ROOT), wrapper);
      if (other != null && Collections.disjoint(classes(other), classes(wrapper))) {
        String observed =
            "\""
                + wrapper.name()
                + "\" is the wrapper of "
                + names(other)
                + " and of "
                + names(wrapper);
        problems.add(new Problem(Rule.LIBRARY_TWICE, wrapper.place(), observed + "."));
      }
      problems.addAll(exports(wrapper));
      problems.addAll(name(wrapper));
    }
    return problems;
  }

  /** Procedures whose installers have the same name break another rule. */
  private static List<ClassName> classes(Wrapper wrapper) {
    return wrapper.procedures().stream().map(WrapperValidator::installer).toList();
  }

  private static ClassName installer(IoProcDeclaration procedure) {
    return procedure.generated("Installer");
  }

  /** A class's own name is judged as an identifier first: once is enough. */
  private static List<Problem> name(Wrapper wrapper) {
    boolean identifiers =
        wrapper.procedures().stream()
            .allMatch(procedure -> IDENTIFIER.matcher(procedure.exportName()).matches());
    return identifiers
        ? wrong(wrapper.name())
            .map(why -> "\"" + wrapper.name() + "\" " + why + ".")
            .map(observed -> new Problem(Rule.LIBRARY_NAME, wrapper.place(), observed))
            .stream()
            .toList()
        : List.of();
  }

  private static Optional<String> wrong(String name) {
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (!LIBRARY_START.matcher(name).lookingAt()) {
      return Optional.of("begins with '" + name.charAt(0) + "'");
    }
    if (!LIBRARY.matcher(name).matches()) {
      return Optional.of("contains other characters");
    }
    return ReservedNames.file(name);
  }

  private static List<Problem> exports(Wrapper wrapper) {
    List<Problem> problems = new ArrayList<>();
    Map<String, IoProcDeclaration> owners = new HashMap<>();
    for (IoProcDeclaration procedure : wrapper.procedures()) {
      String name = procedure.exportName();
      if (!IDENTIFIER.matcher(name).matches()) {
        String observed = name + " contains other characters.";
        problems.add(problem(Rule.C_IDENTIFIER, procedure, observed));
      }
      List<NativeExport> exports = NativeExport.of(name);
      exports.stream()
          .map(NativeExport::name)
          .filter(ReservedNames::isIdentifier)
          .map(export -> "The DLL would export " + export + ", a name of C or windows.h.")
          .map(observed -> problem(Rule.C_RESERVED, procedure, observed))
          .findFirst()
          .ifPresent(problems::add);
      List<String> declared =
          exports.stream()
              .flatMap(export -> Stream.of(export.name(), export.pointerType()))
              .toList();
      declared.stream()
          .flatMap(word -> clash(word, owners.get(word), procedure).stream())
          .findFirst()
          .ifPresent(problems::add);
      declared.forEach(word -> owners.putIfAbsent(word, procedure));
    }
    return problems;
  }

  private static Optional<Problem> clash(
      String declared, @Nullable IoProcDeclaration other, IoProcDeclaration procedure) {
    if (other == null || installer(other).equals(installer(procedure))) {
      return Optional.empty();
    }
    String observed =
        "The header would declare "
            + declared
            + " for "
            + other.qualifiedName()
            + " and for "
            + procedure.qualifiedName()
            + ".";
    return Optional.of(problem(Rule.EXPORT_TWICE, procedure, observed));
  }

  private static String names(Wrapper wrapper) {
    return String.join(
        ", ", wrapper.procedures().stream().map(IoProcDeclaration::qualifiedName).toList());
  }

  private static Problem problem(Rule rule, IoProcDeclaration procedure, String observed) {
    return new Problem(rule, procedure.place(), observed);
  }
}
