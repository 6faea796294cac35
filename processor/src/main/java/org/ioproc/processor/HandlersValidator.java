package org.ioproc.processor;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Judges a procedure's handlers: what is missing, superfluous or there twice, and each of the
 * others by itself.
 */
final class HandlersValidator {

  /** For more, the switch over their numbers would exceed the size of a Java method. */
  private static final int MOST_MESSAGES = 1_000;

  private final Types types;
  private final SignatureValidator signatures;

  HandlersValidator(Types types) {
    this.types = types;
    this.signatures = new SignatureValidator(types);
  }

  List<Problem> validate(IoProcDeclaration declaration) {
    List<Problem> problems = new ArrayList<>(count(declaration));
    Map<List<Object>, List<HandlerDeclaration>> byMessage =
        declaration.handlers().stream()
            .collect(
                Collectors.groupingBy(
                    HandlerDeclaration::message, LinkedHashMap::new, Collectors.toList()));
    byMessage.values().forEach(handlers -> problems.addAll(twice(handlers)));
    List<HandlerDeclaration> open = declaration.handlers(HandlerKind.OPEN);
    Optional<Problem> raw = rawBase(declaration);
    raw.ifPresent(problems::add);
    if (open.size() > 1 || raw.isPresent()) {
      return problems; // What the other handlers must be like depends on how that is mended.
    }
    open.forEach(handler -> problems.addAll(file(declaration, handler)));
    byMessage.values().stream()
        .filter(handlers -> handlers.size() == 1)
        .forEach(handlers -> problems.addAll(alone(declaration, handlers.get(0))));
    return problems;
  }

  /** What is never called needs no certain signature. */
  private List<Problem> alone(IoProcDeclaration declaration, HandlerDeclaration handler) {
    return neverCalled(declaration, handler)
        .map(List::of)
        .orElseGet(() -> signatures.validate(declaration, handler));
  }

  private static List<Problem> count(IoProcDeclaration declaration) {
    List<Problem> problems = new ArrayList<>();
    String name = declaration.type().getSimpleName().toString();
    if (!declaration.handles(HandlerKind.OPEN)) {
      problems.add(new Problem(Rule.OPEN_MISSING, declaration.place(), name + " has none."));
    }
    int messages = declaration.handlers(HandlerKind.MESSAGE).size();
    if (messages > MOST_MESSAGES) {
      String observed = String.format(Locale.ROOT, "%s has %,d.", name, messages);
      problems.add(new Problem(Rule.MESSAGES_TOO_MANY, declaration.place(), observed));
    }
    return problems;
  }

  private static List<Problem> twice(List<HandlerDeclaration> handlers) {
    HandlerDeclaration first = handlers.get(0);
    return handlers.stream()
        .skip(1)
        .map(
            handler ->
                new Problem(
                    Rule.HANDLER_TWICE,
                    handler.place(),
                    symbol(handler)
                        + " is on "
                        + first.signature()
                        + " and on "
                        + handler.signature()
                        + "."))
        .toList();
  }

  private static String symbol(HandlerDeclaration handler) {
    return handler.number().isPresent()
        ? handler.kind().symbol() + "(0x" + Integer.toHexString(handler.number().getAsInt()) + ")"
        : handler.kind().symbol();
  }

  /** A file whose type a superclass leaves open, and this class does not give. */
  private Optional<Problem> rawBase(IoProcDeclaration declaration) {
    return declaration.handlers().stream()
        .filter(handler -> isRaw(handler.owner(), declaration.type().asType()))
        .flatMap(handler -> variables(handler).map(file -> rawBase(declaration, handler, file)))
        .findFirst();
  }

  private static Stream<TypeMirror> variables(HandlerDeclaration handler) {
    ExecutableElement method = handler.method();
    return Stream.concat(
            Stream.of(method.getReturnType()), method.getParameters().stream().map(Element::asType))
        .filter(type -> type.getKind() == TypeKind.TYPEVAR);
  }

  private static Problem rawBase(
      IoProcDeclaration declaration, HandlerDeclaration handler, TypeMirror file) {
    String observed =
        handler.longName()
            + " is declared for "
            + file
            + ", but "
            + declaration.type().getSimpleName()
            + " extends "
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

  private List<Problem> file(IoProcDeclaration declaration, HandlerDeclaration open) {
    TypeMirror opened = open.type().getReturnType();
    if (declaration.fileType().isEmpty()) {
      return opened.getKind() == TypeKind.TYPEVAR ? List.of() : List.of(noFile(open, opened));
    }
    return declaration.fileKind().isChannel() ? List.of() : ownFile(declaration, open, opened);
  }

  private static Problem noFile(HandlerDeclaration open, TypeMirror opened) {
    String observed =
        open.longName()
            + " returns "
            + opened
            + ", which is not a file: return a SeekableByteChannel, Path, ByteBuffer or byte[], or"
            + " an object of a class that you write.";
    return new Problem(Rule.HANDLER_RETURN, open.place(), observed);
  }

  private List<Problem> ownFile(
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
    if (!declaration.handles(HandlerKind.READ) && !declaration.handles(HandlerKind.WRITE)) {
      String observed =
          returns
              + ", and no method reads or writes it"
              + Conversion.of(opened, types).map(advice -> "; " + advice + ".").orElse(".");
      problems.add(new Problem(Rule.READ_OR_WRITE_MISSING, open.place(), observed));
    }
    return problems;
  }

  private static Optional<Problem> neverCalled(
      IoProcDeclaration declaration, HandlerDeclaration handler) {
    return why(declaration, handler)
        .map(observed -> new Problem(Rule.HANDLER_NEVER_CALLED, handler.place(), observed));
  }

  private static Optional<String> why(IoProcDeclaration declaration, HandlerDeclaration handler) {
    if (handler.kind() == HandlerKind.FLUSH
        && !declaration.fileKind().isChannel()
        && !declaration.handles(HandlerKind.WRITE)) {
      String name = declaration.type().getSimpleName().toString();
      return Optional.of(name + " has no @OnWrite method, so there is never anything to flush.");
    }
    return declaration
        .fileKind()
        .neverCalls(handler.kind())
        .map(
            why ->
                "@OnOpen returns "
                    + declaration.handlers(HandlerKind.OPEN).get(0).type().getReturnType()
                    + ", so "
                    + why
                    + ".");
  }
}
