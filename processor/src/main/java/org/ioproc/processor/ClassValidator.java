package org.ioproc.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Judges what kind of class a procedure is, and how it is made. */
final class ClassValidator {

  private final CheckedExceptions exceptions;

  ClassValidator(CheckedExceptions exceptions) {
    this.exceptions = exceptions;
  }

  List<Problem> validate(IoProcDeclaration declaration) {
    TypeElement type = declaration.type();
    String name = type.getSimpleName().toString();
    List<Problem> problems = new ArrayList<>();
    if (type.getKind() != ElementKind.CLASS) {
      String kind = type.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      problems.add(problem(Rule.CLASS_KIND, declaration, name + " is of the kind: " + kind + "."));
    } else if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      problems.add(problem(Rule.CLASS_ABSTRACT, declaration, name + " is abstract."));
    }
    if (!type.getTypeParameters().isEmpty()) {
      String observed = name + " has <" + join(type.getTypeParameters()) + ">.";
      problems.add(problem(Rule.CLASS_GENERIC, declaration, observed));
    }
    if (type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC)) {
      String observed = name + " is an inner class of " + type.getEnclosingElement() + ".";
      problems.add(problem(Rule.CLASS_INNER, declaration, observed));
    }
    hidden(type)
        .map(
            outer ->
                problem(Rule.CLASS_PRIVATE, declaration, outer.getSimpleName() + " is private."))
        .ifPresent(problems::add);
    problems.addAll(constructor(declaration));
    return problems;
  }

  private List<Problem> constructor(IoProcDeclaration declaration) {
    return declaration.constructor().stream()
        .flatMap(
            constructor ->
                constructor.getThrownTypes().stream()
                    .filter(thrown -> !isDeclarable(thrown, declaration))
                    .map(
                        thrown ->
                            new Problem(
                                Rule.CONSTRUCTOR_THROWS,
                                Place.of(constructor),
                                "This one throws " + thrown + ".")))
        .toList();
  }

  private boolean isDeclarable(TypeMirror thrown, IoProcDeclaration declaration) {
    boolean fits = exceptions.isA(thrown, Exception.class) || exceptions.isA(thrown, Error.class);
    return fits && ReferencedTypes.hidden(thrown, declaration.type()).isEmpty();
  }

  private static Optional<TypeElement> hidden(TypeElement type) {
    return EnclosingTypes.outward(type).stream()
        .filter(outer -> outer.getModifiers().contains(Modifier.PRIVATE))
        .findFirst();
  }

  private static String join(List<?> parts) {
    return String.join(", ", parts.stream().map(Object::toString).toList());
  }

  private static Problem problem(Rule rule, IoProcDeclaration declaration, String observed) {
    return new Problem(rule, declaration.place(), observed);
  }
}
