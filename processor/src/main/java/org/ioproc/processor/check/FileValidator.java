package org.ioproc.processor.check;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.ioproc.processor.model.HandlerDeclaration;
import org.ioproc.processor.model.HandlerKind;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.ReferencedTypes;
import org.ioproc.processor.model.Rule;

/** Checks the type that {@code @OnOpen} returns. */
final class FileValidator {

  private final Types types;

  FileValidator(Types types) {
    this.types = types;
  }

  List<Problem> validate(IoProcDeclaration declaration, HandlerDeclaration open) {
    TypeMirror opened = open.type().getReturnType();
    if (declaration.fileType().isEmpty()) {
      return opened.getKind() == TypeKind.TYPEVAR ? List.of() : List.of(noFile(open, opened));
    }
    if (declaration.fileKind().isChannel()) {
      return declaration.closesChannel() ? namedFile(declaration, open, opened) : List.of();
    }
    return ownFile(declaration, open, opened);
  }

  private static Problem noFile(HandlerDeclaration open, TypeMirror opened) {
    String observed =
        open.longName()
            + " returns "
            + opened
            + ", which is not a file: return a SeekableByteChannel, Path, InputStream, ByteBuffer or"
            + " byte[], or an object of your own class.";
    return new Problem(Rule.HANDLER_RETURN, open.place(), observed);
  }

  private List<Problem> ownFile(
      IoProcDeclaration declaration, HandlerDeclaration open, TypeMirror opened) {
    List<Problem> problems = new ArrayList<>(namedFile(declaration, open, opened));
    if (!declaration.handles(HandlerKind.READ) && !declaration.handles(HandlerKind.WRITE)) {
      String observed =
          open.longName()
              + " returns "
              + opened
              + ", and no method reads or writes it"
              + Conversion.of(opened, types).map(advice -> "; " + advice + ".").orElse(".");
      problems.add(new Problem(Rule.READ_OR_WRITE_MISSING, open.place(), observed));
    }
    return problems;
  }

  /** Checks a type that generated code must name. */
  private static List<Problem> namedFile(
      IoProcDeclaration declaration, HandlerDeclaration open, TypeMirror opened) {
    List<Problem> problems = new ArrayList<>();
    String returns = open.longName() + " returns " + opened;
    ReferencedTypes.raw(opened)
        .map(raw -> returns + ": " + raw.getSimpleName() + " has no type arguments.")
        .map(observed -> new Problem(Rule.FILE_TYPE_RAW, open.place(), observed))
        .ifPresent(problems::add);
    ReferencedTypes.hidden(opened, declaration.type())
        .map(hidden -> returns + ": " + ReferencedTypes.why(hidden) + ".")
        .map(observed -> new Problem(Rule.FILE_TYPE_HIDDEN, open.place(), observed))
        .ifPresent(problems::add);
    return problems;
  }

  /** Finds a handler whose types lose their type arguments, because a raw supertype declares it. */
  Optional<Problem> rawBase(IoProcDeclaration declaration) {
    return declaration.handlers().stream()
        .filter(handler -> isRaw(handler.owner(), declaration.type().asType()))
        .flatMap(handler -> erased(handler).map(type -> rawBase(declaration, handler, type)))
        .findFirst();
  }

  private Stream<TypeMirror> erased(HandlerDeclaration handler) {
    ExecutableElement method = handler.method();
    return Stream.concat(
            Stream.of(method.getReturnType()), method.getParameters().stream().map(Element::asType))
        .filter(type -> type.getKind() != TypeKind.VOID)
        .filter(type -> !types.isSameType(type, types.erasure(type)));
  }

  private static Problem rawBase(
      IoProcDeclaration declaration, HandlerDeclaration handler, TypeMirror type) {
    String observed =
        handler.longName()
            + " is declared for "
            + type
            + ", but "
            + declaration.type().getSimpleName()
            + " inherits "
            + handler.owner().getSimpleName()
            + " without type arguments.";
    return new Problem(Rule.FILE_TYPE_RAW, handler.place(), observed);
  }

  private boolean isRaw(TypeElement base, TypeMirror type) {
    return types.directSupertypes(type).stream()
        .anyMatch(
            above ->
                MoreTypes.asTypeElement(above).equals(base)
                    ? MoreTypes.asDeclared(above).getTypeArguments().isEmpty()
                        && !base.getTypeParameters().isEmpty()
                    : isRaw(base, above));
  }
}
