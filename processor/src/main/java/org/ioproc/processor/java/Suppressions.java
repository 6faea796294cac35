package org.ioproc.processor.java;

import com.squareup.javapoet.AnnotationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.ioproc.processor.model.EnclosingTypes;
import org.ioproc.processor.model.HandlerDeclaration;
import org.ioproc.processor.model.HandlerKind;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.ReferencedTypes;

/** Suppresses warnings in generated classes that compilers also report in the author's code. */
final class Suppressions {

  private Suppressions() {}

  // @SuppressWarnings({"deprecation", "exports", "removal"})
  static Optional<AnnotationSpec> of(IoProcDeclaration declaration, Elements elements) {
    AnnotationSpec.Builder suppressed = AnnotationSpec.builder(SuppressWarnings.class);
    boolean deprecated = usesDeprecated(declaration, elements);
    if (deprecated) {
      suppressed.addMember("value", "$S", "deprecation");
    }
    // A module that uses the installer must require org.ioproc anyway.
    ModuleElement module = elements.getModuleOf(declaration.type());
    if (module != null && !module.isUnnamed()) {
      suppressed.addMember("value", "$S", "exports");
    }
    if (deprecated) {
      suppressed.addMember("value", "$S", "removal");
    }
    AnnotationSpec built = suppressed.build();
    return built.members.isEmpty() ? Optional.empty() : Optional.of(built);
  }

  private static boolean usesDeprecated(IoProcDeclaration declaration, Elements elements) {
    List<Element> used = new ArrayList<>(EnclosingTypes.outward(declaration.type()));
    for (HandlerDeclaration handler : declaration.handlers()) {
      used.add(handler.method());
      used.addAll(EnclosingTypes.outward(handler.owner()));
    }
    declaration.constructor().ifPresent(used::add);
    Stream<? extends TypeMirror> thrown =
        declaration.constructor().stream().flatMap(found -> found.getThrownTypes().stream());
    Stream.of(declaration.fileType().stream(), closed(declaration), cast(declaration), thrown)
        .flatMap(types -> types)
        .flatMap(type -> ReferencedTypes.of(type).stream())
        .forEach(part -> used.addAll(EnclosingTypes.outward(part)));
    return used.stream().anyMatch(elements::isDeprecated);
  }

  /** Returns the types that generated code may cast a file to. */
  private static Stream<? extends TypeMirror> cast(IoProcDeclaration declaration) {
    return declaration.handlers().stream()
        .filter(HandlerDeclaration::overloaded)
        .flatMap(handler -> handler.type().getParameterTypes().stream());
  }

  /** Returns the type that generated code names only if it closes the file. */
  private static Stream<? extends TypeMirror> closed(IoProcDeclaration declaration) {
    return declaration.closesChannel()
        ? declaration.fileType(HandlerKind.CLOSE).stream()
        : Stream.empty();
  }
}
