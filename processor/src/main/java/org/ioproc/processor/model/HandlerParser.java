package org.ioproc.processor.model;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.google.auto.common.SuperficialValidation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the handlers of a class, including those of superclasses and interfaces. An annotation
 * there applies to the method that overrides the annotated one.
 */
final class HandlerParser {

  private final Elements elements;
  private final Types types;

  HandlerParser(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * Returns the handlers in the order of their kinds, or nothing while a type that they need is
   * missing.
   */
  Optional<List<HandlerDeclaration>> parse(TypeElement type, AnnotationMirror ioProc) {
    Map<String, TypeElement> hierarchy = new LinkedHashMap<>();
    if (!climb(type, hierarchy)) {
      return Optional.empty();
    }
    List<Annotated> annotated = hierarchy.values().stream().flatMap(this::annotated).toList();
    Map<List<Object>, HandlerDeclaration> handlers = new LinkedHashMap<>();
    Inheritance inheritance = new Inheritance(type);
    for (HandlerKind kind : HandlerKind.values()) {
      for (Annotated one : annotated) {
        if (one.kind == kind) {
          HandlerDeclaration handler = declaration(type, ioProc, inheritance, one);
          handlers.putIfAbsent(List.of(kind, handler.method(), handler.number()), handler);
        }
      }
    }
    List<HandlerDeclaration> found = List.copyOf(handlers.values());
    return found.stream().allMatch(HandlerParser::isResolved)
        ? Optional.of(found)
        : Optional.empty();
  }

  /** Collects a class and all its supertypes. Returns false if one is missing. */
  private boolean climb(TypeElement type, Map<String, TypeElement> hierarchy) {
    if (hierarchy.putIfAbsent(type.getQualifiedName().toString(), type) != null) {
      return true;
    }
    List<TypeMirror> supertypes = new ArrayList<>(type.getInterfaces());
    supertypes.add(0, type.getSuperclass());
    for (TypeMirror supertype : supertypes) {
      if (supertype.getKind() == TypeKind.ERROR
          || (supertype.getKind() == TypeKind.DECLARED
              && !climb(MoreTypes.asTypeElement(supertype), hierarchy))) {
        return false;
      }
    }
    return true;
  }

  private Stream<Annotated> annotated(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .flatMap(
            method ->
                Stream.of(HandlerKind.values())
                    .flatMap(
                        kind ->
                            DeclaredValues.annotation(method, kind.annotation()).stream()
                                .map(annotation -> new Annotated(kind, method, annotation))));
  }

  private HandlerDeclaration declaration(
      TypeElement type, AnnotationMirror ioProc, Inheritance inheritance, Annotated annotated) {
    ExecutableElement method = inheritance.called(annotated.method);
    Optional<AnnotationValue> value = DeclaredValues.value(annotated.annotation, "value");
    return new HandlerDeclaration(
        annotated.kind,
        method,
        (ExecutableType) types.asMemberOf(MoreTypes.asDeclared(type.asType()), method),
        place(type, ioProc, annotated, method),
        value.map(DeclaredValues::number).orElse(OptionalInt.empty()),
        inheritance.overloads(method));
  }

  /**
   * Returns where problems are reported. An inherited method may be in a library, so its problems
   * are reported on the class that inherits it.
   */
  private static Place place(
      TypeElement type, AnnotationMirror ioProc, Annotated annotated, ExecutableElement method) {
    if (type.equals(annotated.method.getEnclosingElement())) {
      Place place = Place.of(method, annotated.annotation);
      return DeclaredValues.value(annotated.annotation, "value").map(place::at).orElse(place);
    }
    return type.equals(method.getEnclosingElement()) ? Place.of(method) : Place.of(type, ioProc);
  }

  private static boolean isResolved(HandlerDeclaration handler) {
    return SuperficialValidation.validateType(handler.type().getReturnType())
        && handler.type().getParameterTypes().stream().allMatch(SuperficialValidation::validateType)
        && (handler.kind() != HandlerKind.MESSAGE || handler.number().isPresent());
  }

  private record Annotated(
      HandlerKind kind, ExecutableElement method, AnnotationMirror annotation) {}

  /** Finds the methods that a class has, and the one that a call to an inherited method reaches. */
  private final class Inheritance {
    private final TypeElement type;
    private final Set<ExecutableElement> methods;

    Inheritance(TypeElement type) {
      this.type = type;
      this.methods = MoreElements.getLocalAndInheritedMethods(type, types, elements);
    }

    ExecutableElement called(ExecutableElement annotated) {
      return methods.stream()
          .filter(method -> method.equals(annotated) || overrides(method, annotated))
          .findFirst()
          .orElse(annotated);
    }

    /** Unlike the compiler's method, this one works with type parameters in Eclipse, too. */
    private boolean overrides(ExecutableElement method, ExecutableElement annotated) {
      return MoreElements.overrides(method, annotated, type, types);
    }

    boolean overloads(ExecutableElement method) {
      return methods.stream()
          .filter(other -> !other.equals(method))
          .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
          .anyMatch(other -> other.getParameters().size() == method.getParameters().size());
    }
  }
}
