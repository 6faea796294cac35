package org.ioproc.processor;

import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.ClassName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A class with {@code @IoProc}.
 *
 * @param type the class
 * @param annotation its annotation
 * @param codePlace where the code is
 * @param code the code as it was given
 * @param fileKind what its files are
 * @param fileType the type of the file that handlers get, or nothing if {@code @OnOpen} is missing
 *     or returns what is no object
 * @param handlers its handlers, inherited ones too, in the order of their kinds
 * @param constructor the constructor without parameters that generated code can call
 */
record IoProcDeclaration(
    TypeElement type,
    AnnotationMirror annotation,
    Place codePlace,
    String code,
    FileKind fileKind,
    Optional<TypeMirror> fileType,
    List<HandlerDeclaration> handlers,
    Optional<ExecutableElement> constructor) {

  /** Whether it is an ordinary class or a record. */
  boolean isClass() {
    return type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
  }

  ClassName name() {
    return ClassName.get(type);
  }

  String qualifiedName() {
    return type.getQualifiedName().toString();
  }

  Place place() {
    return Place.of(type, annotation);
  }

  /** A generated class beside this one: {@code ZipIoProcGlue}, {@code Outer_InnerGlue}. */
  ClassName generated(String suffix) {
    return ClassName.get(name().packageName(), exportName() + suffix);
  }

  /**
   * The class that the service's loader makes. Where the author has a class of that name, it gets
   * another: in the unnamed package nothing could name the author's.
   */
  ClassName provider() {
    List<String> taken =
        Stream.concat(
                Stream.of(name()),
                constructor.stream()
                    .flatMap(found -> found.getThrownTypes().stream())
                    .map(MoreTypes::asTypeElement)
                    .map(ClassName::get))
            .map(type -> type.topLevelClassName().simpleName())
            .toList();
    String name = "Provider";
    while (taken.contains(name)) {
      name += "_";
    }
    return generated("Installer").nestedClass(name);
  }

  /** The name of the C function. */
  String exportName() {
    return String.join("_", name().simpleNames());
  }

  /** The name of the DLL that the procedure has for itself. */
  String libraryName() {
    return exportName().toLowerCase(Locale.ROOT);
  }

  /** The code with the spaces that mmio pads it with. */
  String fourCc() {
    return code + " ".repeat(Math.max(0, 4 - code.length()));
  }

  /**
   * The type of the file that a kind of handler gets. Where the library reads a channel,
   * {@code @OnClose} still gets what {@code @OnOpen} returned.
   */
  Optional<TypeMirror> fileType(HandlerKind kind) {
    return fileKind.isChannel() && kind == HandlerKind.CLOSE
        ? handlers(HandlerKind.OPEN).stream().map(open -> open.type().getReturnType()).findFirst()
        : fileType;
  }

  /** Whether the library calls {@code @OnClose} when it has closed the channel. */
  boolean closesChannel() {
    return fileKind.isChannel() && handles(HandlerKind.CLOSE);
  }

  List<HandlerDeclaration> handlers(HandlerKind kind) {
    return handlers.stream().filter(handler -> handler.kind() == kind).toList();
  }

  boolean handles(HandlerKind kind) {
    return !handlers(kind).isEmpty();
  }
}
