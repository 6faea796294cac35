package org.ioproc.processor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.ioproc.processor.model.CheckedExceptions;
import org.ioproc.processor.model.EnclosingTypes;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.ReferencedTypes;
import org.ioproc.processor.model.Rule;

/** Checks the class of a procedure, and its constructor. */
final class ClassValidator {

  private final CheckedExceptions exceptions;

  ClassValidator(CheckedExceptions exceptions) {
    this.exceptions = exceptions;
  }

  List<Problem> validate(IoProcDeclaration declaration) {
    TypeElement type = declaration.type();
    String name = type.getSimpleName().toString();
    List<Problem> problems = new ArrayList<>();
    if (!declaration.isClass()) {
      problems.add(problem(Rule.CLASS_KIND, declaration, name + " is " + kind(type) + "."));
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
    declaration
        .constructor()
        .ifPresent(constructor -> problems.addAll(thrown(declaration, constructor)));
    if (declaration.constructor().isEmpty() && problems.isEmpty()) {
      problems.add(missing(declaration));
    }
    return problems;
  }

  private static String kind(TypeElement type) {
    return switch (type.getKind()) {
      case ENUM -> "an enum";
      case INTERFACE -> "an interface";
      case ANNOTATION_TYPE -> "an annotation type";
      default -> type.getKind().toString();
    };
  }

  private List<Problem> thrown(IoProcDeclaration declaration, ExecutableElement constructor) {
    return constructor.getThrownTypes().stream()
        .flatMap(thrown -> undeclarable(thrown, declaration).stream())
        .map(observed -> new Problem(Rule.CONSTRUCTOR_THROWS, Place.of(constructor), observed))
        .toList();
  }

  private Optional<String> undeclarable(TypeMirror thrown, IoProcDeclaration declaration) {
    if (!exceptions.isA(thrown, Exception.class) && !exceptions.isA(thrown, Error.class)) {
      return Optional.of(
          "This constructor throws " + thrown + ", which is neither an Exception nor an Error.");
    }
    return ReferencedTypes.hidden(thrown, declaration.type())
        .map(
            hidden ->
                "This constructor throws " + thrown + ": " + ReferencedTypes.why(hidden) + ".");
  }

  /**
   * Returns the warning about a missing constructor, which is reported only if no other problem
   * explains it. For example, the implicit constructor of a private class is private.
   */
  private static Problem missing(IoProcDeclaration declaration) {
    String installer = declaration.generated("Installer").simpleName();
    String observed =
        why(declaration.type())
            + ", so ioproc generates no "
            + installer
            + ".install() and no DLL for it, and Mmio.installAll() skips it; only "
            + installer
            + ".install(procedure) can install it.";
    return problem(Rule.CONSTRUCTOR_MISSING, declaration, observed);
  }

  private static String why(TypeElement type) {
    String name = type.getSimpleName().toString();
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(constructor -> constructor.getParameters().isEmpty())
        .map(constructor -> constructor.getModifiers().contains(Modifier.PRIVATE))
        .map(hidden -> name + "() " + (hidden ? "is private" : "has type parameters"))
        .findFirst()
        .orElse("Every constructor of " + name + " takes arguments");
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
