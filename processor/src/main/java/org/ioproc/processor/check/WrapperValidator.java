package org.ioproc.processor.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;
import org.ioproc.wrapper.Export;
import org.ioproc.wrapper.ProcedureSpec;
import org.ioproc.wrapper.WrapperSpec;
import org.jspecify.annotations.Nullable;

/** Checks the names of DLLs and of their C functions. */
public final class WrapperValidator {

  private static final Pattern LIBRARY_START = Pattern.compile("[a-z]");
  private static final Pattern LIBRARY = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /**
   * Checks all wrappers of a compilation.
   *
   * @param wrappers the wrappers, with the places of their names
   * @param procedures the declarations of their procedures
   */
  public List<Problem> validate(
      Map<WrapperSpec, Place> wrappers, Map<ProcedureSpec, IoProcDeclaration> procedures) {
    List<Problem> problems = new ArrayList<>();
    Map<String, WrapperSpec> byName = new HashMap<>();
    wrappers.forEach(
        (wrapper, place) -> {
          WrapperSpec other = byName.putIfAbsent(wrapper.name().toLowerCase(Locale.ROOT), wrapper);
          if (other != null && Collections.disjoint(installers(other), installers(wrapper))) {
            String observed =
                "\""
                    + wrapper.name()
                    + "\" is the wrapper of "
                    + names(other)
                    + " and of "
                    + names(wrapper);
            problems.add(new Problem(Rule.LIBRARY_TWICE, place, observed + "."));
          }
          problems.addAll(exports(wrapper, procedures));
          problems.addAll(name(wrapper, place));
        });
    return problems;
  }

  /** Returns the installers' names. Procedures that share a name break another rule. */
  private static List<String> installers(WrapperSpec wrapper) {
    return wrapper.procedures().stream().map(ProcedureSpec::installer).toList();
  }

  /** Checks the DLL's name, unless a class's name is reported already: it may be the same name. */
  private static List<Problem> name(WrapperSpec wrapper, Place place) {
    boolean identifiers =
        wrapper.procedures().stream()
            .allMatch(procedure -> IDENTIFIER.matcher(procedure.name()).matches());
    return identifiers
        ? wrong(wrapper.name())
            .map(why -> "\"" + wrapper.name() + "\" " + why + ".")
            .map(observed -> new Problem(Rule.LIBRARY_NAME, place, observed))
            .stream()
            .toList()
        : List.of();
  }

  private static Optional<String> wrong(String name) {
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (!LIBRARY_START.matcher(name).lookingAt()) {
      return Optional.of("begins with '" + Character.toString(name.codePointAt(0)) + "'");
    }
    if (!LIBRARY.matcher(name).matches()) {
      return Optional.of("contains other characters");
    }
    return ReservedNames.file(name);
  }

  private static List<Problem> exports(
      WrapperSpec wrapper, Map<ProcedureSpec, IoProcDeclaration> procedures) {
    List<Problem> problems = new ArrayList<>();
    Map<String, ProcedureSpec> owners = new HashMap<>();
    for (ProcedureSpec procedure : wrapper.procedures()) {
      Place place = Objects.requireNonNull(procedures.get(procedure)).place();
      if (!IDENTIFIER.matcher(procedure.name()).matches()) {
        String observed = procedure.name() + " contains other characters.";
        problems.add(new Problem(Rule.C_IDENTIFIER, place, observed));
      }
      procedure.exports().stream()
          .map(Export::name)
          .filter(ReservedNames::isWindowsName)
          .map(export -> "The DLL would export " + export + ", which windows.h declares.")
          .map(observed -> new Problem(Rule.C_RESERVED, place, observed))
          .findFirst()
          .ifPresent(problems::add);
      procedure.declared().stream()
          .flatMap(word -> clash(word, owners.get(word), procedure).stream())
          .map(observed -> new Problem(Rule.EXPORT_TWICE, place, observed))
          .findFirst()
          .ifPresent(problems::add);
      procedure.declared().forEach(word -> owners.putIfAbsent(word, procedure));
    }
    return problems;
  }

  private static Optional<String> clash(
      String declared, @Nullable ProcedureSpec other, ProcedureSpec procedure) {
    return other == null || other.installer().equals(procedure.installer())
        ? Optional.empty()
        : Optional.of(
            "The DLL would declare "
                + declared
                + " for "
                + other.sourceClass()
                + " and for "
                + procedure.sourceClass()
                + ".");
  }

  private static String names(WrapperSpec wrapper) {
    return String.join(
        ", ", wrapper.procedures().stream().map(ProcedureSpec::sourceClass).toList());
  }
}
