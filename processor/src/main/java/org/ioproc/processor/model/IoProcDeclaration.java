package org.ioproc.processor.model;

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
public record IoProcDeclaration(
    TypeElement type,
    AnnotationMirror annotation,
    Place codePlace,
    String code,
    FileKind fileKind,
    Optional<TypeMirror> fileType,
    List<HandlerDeclaration> handlers,
    Optional<ExecutableElement> constructor) {

  /** Whether it is an ordinary class or a record. */
  public boolean isClass() {
    return type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
  }

  public ClassName name() {
    return ClassName.get(type);
  }

  public String qualifiedName() {
    return type.getQualifiedName().toString();
  }

  public Place place() {
    return Place.of(type, annotation);
  }

  /** A generated class beside this one: {@code ZipIoProcGlue}, {@code Outer_InnerGlue}. */
  public ClassName generated(String suffix) {
    return ClassName.get(name().packageName(), exportName() + suffix);
  }

  /**
   * The class that the service's loader makes. Where the author has a class of that name, it gets
   * another: in the unnamed package nothing could name the author's.
   */
  public ClassName provider() {
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
  public String exportName() {
    return String.join("_", name().simpleNames());
  }

  /** The name of the DLL that the procedure has for itself. */
  public String libraryName() {
    return exportName().toLowerCase(Locale.ROOT);
  }

  /** The code with the spaces that mmio pads it with. */
  public String fourCc() {
    return code + " ".repeat(Math.max(0, 4 - code.length()));
  }

  public List<HandlerDeclaration> handlers(HandlerKind kind) {
    return handlers.stream().filter(handler -> handler.kind() == kind).toList();
  }

  public boolean handles(HandlerKind kind) {
    return !handlers(kind).isEmpty();
  }
}
