package org.ioproc.processor.model;

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
 * @param code the code as the author wrote it
 * @param fileKind the kind of its files
 * @param fileType the type of the file that handlers receive, or nothing if {@code @OnOpen} is
 *     missing or does not return an object
 * @param handlers its handlers, including inherited ones, in the order of their kinds
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

  /** Returns whether the type is an ordinary class or a record. */
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

  /** Returns the name of a generated class: {@code ZipIoProcGlue}, {@code Outer_InnerGlue}. */
  public ClassName generated(String suffix) {
    return ClassName.get(name().packageName(), exportName() + suffix);
  }

  /**
   * Returns the name of the nested class that ServiceLoader instantiates. It is not {@code
   * Provider} if a class of the author has that name, which the nested class would hide in the
   * unnamed package.
   */
  public ClassName provider() {
    List<String> taken =
        Stream.concat(
                Stream.of(name()),
                constructor.stream()
                    .flatMap(found -> found.getThrownTypes().stream())
                    .flatMap(thrown -> ReferencedTypes.of(thrown).stream())
                    .map(ClassName::get))
            .map(type -> type.topLevelClassName().simpleName())
            .toList();
    String name = "Provider";
    while (taken.contains(name)) {
      name += "_";
    }
    return generated("Installer").nestedClass(name);
  }

  /** Returns the procedure's name in C. */
  public String exportName() {
    return String.join("_", name().simpleNames());
  }

  /** Returns the name of the procedure's DLL if it is in no library. */
  public String libraryName() {
    return exportName().toLowerCase(Locale.ROOT);
  }

  /** Returns the code, padded with spaces to four characters as in mmio. */
  public String fourCc() {
    return code + " ".repeat(Math.max(0, 4 - code.length()));
  }

  /**
   * Returns the type of the file that a kind of handler receives. {@code @OnClose} receives what
   * {@code @OnOpen} returned, even if other handlers receive a channel.
   */
  public Optional<TypeMirror> fileType(HandlerKind kind) {
    return fileKind.isChannel() && kind == HandlerKind.CLOSE
        ? handlers(HandlerKind.OPEN).stream().map(open -> open.type().getReturnType()).findFirst()
        : fileType;
  }

  /** Returns whether the library calls {@code @OnClose} after it has closed the channel. */
  public boolean closesChannel() {
    return fileKind.isChannel() && handles(HandlerKind.CLOSE);
  }

  /** Returns whether programs may write. A channel that is opened by its name is read-only. */
  public boolean writes() {
    return fileKind.isChannel()
        ? fileKind.isWritable() && !(fileKind == FileKind.CHANNEL && opensByName())
        : handles(HandlerKind.WRITE);
  }

  private boolean opensByName() {
    return handlers(HandlerKind.OPEN).stream().anyMatch(HandlerDeclaration::takesName);
  }

  public List<HandlerDeclaration> handlers(HandlerKind kind) {
    return handlers.stream().filter(handler -> handler.kind() == kind).toList();
  }

  public boolean handles(HandlerKind kind) {
    return !handlers(kind).isEmpty();
  }
}
