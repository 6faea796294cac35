package org.ioproc.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.ioproc.IoProc;
import org.ioproc.IoProcLibrary;

/** Reads {@code @IoProcLibrary} into records, without checking them. */
public final class LibraryParser {

  /** The suffix of an annotated package's name. */
  public static final String PACKAGE = ".package-info";

  private final IoProcParser procedures;

  public LibraryParser(IoProcParser procedures) {
    this.procedures = procedures;
  }

  /** Returns the name by which another round finds a class or package with the annotation. */
  public static String name(Element element) {
    return element instanceof PackageElement annotated
        ? annotated.getQualifiedName() + PACKAGE
        : ((TypeElement) element).getQualifiedName().toString();
  }

  public boolean isLibrary(Element element) {
    return DeclaredValues.annotation(element, IoProcLibrary.class).isPresent();
  }

  /**
   * Parses a library. Returns nothing if a class or constant in it is missing, which the compiler
   * reports.
   */
  public Optional<LibraryDeclaration> parse(Element element) {
    Optional<AnnotationMirror> annotation = DeclaredValues.annotation(element, IoProcLibrary.class);
    if (annotation.isEmpty()) {
      return Optional.empty();
    }
    Place place = Place.of(element, annotation.get());
    Optional<AnnotationValue> name = DeclaredValues.value(annotation.get(), "name");
    Optional<AnnotationValue> members = DeclaredValues.value(annotation.get(), "procedures");
    Optional<String> text = name.flatMap(DeclaredValues::text);
    Optional<List<LibraryDeclaration.Member>> parsed =
        members.flatMap(value -> members(place, value));
    if (text.isEmpty() || parsed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LibraryDeclaration(
            text.get(),
            place,
            name.map(place::at).orElse(place),
            members.map(place::at).orElse(place),
            parsed.get()));
  }

  private Optional<List<LibraryDeclaration.Member>> members(Place place, AnnotationValue value) {
    List<LibraryDeclaration.Member> members = new ArrayList<>();
    for (AnnotationValue element : DeclaredValues.elements(value)) {
      if (!(element.getValue() instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR) {
        return Optional.empty();
      }
      members.add(member(place.at(element), type));
    }
    return Optional.of(members);
  }

  private LibraryDeclaration.Member member(Place place, TypeMirror type) {
    Optional<TypeElement> element =
        type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement typeElement
            ? Optional.of(typeElement)
            : Optional.empty();
    return new LibraryDeclaration.Member(
        type.toString(),
        place,
        element,
        element
            .filter(procedure -> DeclaredValues.annotation(procedure, IoProc.class).isPresent())
            .flatMap(procedures::parse));
  }
}
