package org.ioproc.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Judges a procedure's handlers together: what is missing, superfluous or there twice. */
final class HandlersValidator {

  List<Problem> validate(IoProcDeclaration declaration) {
    List<Problem> problems = new ArrayList<>();
    if (!declaration.handles(HandlerKind.OPEN)) {
      String observed = declaration.type().getSimpleName() + " has no method with @OnOpen.";
      problems.add(new Problem(Rule.OPEN_MISSING, declaration.place(), observed));
    } else {
      problems.addAll(file(declaration));
    }
    problems.addAll(twice(declaration));
    problems.addAll(neverCalled(declaration));
    return problems;
  }

  private static List<Problem> file(IoProcDeclaration declaration) {
    HandlerDeclaration open = declaration.handlers(HandlerKind.OPEN).get(0);
    TypeMirror opened = open.type().getReturnType();
    if (opened.getKind() != TypeKind.DECLARED && opened.getKind() != TypeKind.ARRAY) {
      String observed =
          open.name()
              + " returns "
              + opened
              + ", which is no file. A file is a SeekableByteChannel, Path, ByteBuffer, byte[], or"
              + " of a class of your own.";
      return List.of(new Problem(Rule.HANDLER_RETURN, open.place(), observed));
    }
    return declaration.fileKind().isChannel() ? List.of() : ownFile(declaration, open, opened);
  }

  private static List<Problem> ownFile(
      IoProcDeclaration declaration, HandlerDeclaration open, TypeMirror opened) {
    List<Problem> problems = new ArrayList<>();
    ReferencedTypes.raw(opened)
        .map(raw -> open.name() + " returns " + opened + ", where " + raw + " gives none.")
        .map(observed -> new Problem(Rule.FILE_TYPE_RAW, open.place(), observed))
        .ifPresent(problems::add);
    ReferencedTypes.hidden(opened, declaration.type())
        .map(hidden -> open.name() + " returns " + opened + "; " + hidden + " is hidden there.")
        .map(observed -> new Problem(Rule.FILE_TYPE_HIDDEN, open.place(), observed))
        .ifPresent(problems::add);
    if (!declaration.handles(HandlerKind.READ) && !declaration.handles(HandlerKind.WRITE)) {
      String observed = open.name() + " returns " + opened + ", and nothing reads or writes it.";
      problems.add(new Problem(Rule.READ_OR_WRITE_MISSING, open.place(), observed));
    }
    return problems;
  }

  private static List<Problem> twice(IoProcDeclaration declaration) {
    List<Problem> problems = new ArrayList<>();
    Map<List<Object>, HandlerDeclaration> first = new HashMap<>();
    for (HandlerDeclaration handler : declaration.handlers()) {
      HandlerDeclaration other =
          first.putIfAbsent(List.of(handler.kind(), handler.number()), handler);
      if (other != null) {
        String observed =
            message(handler) + " is on " + other.name() + " and " + handler.name() + ".";
        problems.add(new Problem(Rule.HANDLER_TWICE, handler.place(), observed));
      }
    }
    return problems;
  }

  private static String message(HandlerDeclaration handler) {
    return handler.number().isPresent()
        ? handler.kind().symbol() + "(0x" + Integer.toHexString(handler.number().getAsInt()) + ")"
        : handler.kind().symbol();
  }

  private static List<Problem> neverCalled(IoProcDeclaration declaration) {
    return declaration.handlers().stream()
        .flatMap(
            handler ->
                superfluous(declaration, handler).stream()
                    .map(why -> new Problem(Rule.HANDLER_NEVER_CALLED, handler.place(), why)))
        .toList();
  }

  private static Optional<String> superfluous(
      IoProcDeclaration declaration, HandlerDeclaration handler) {
    String symbol = handler.kind().symbol();
    if (declaration.fileKind().does(handler.kind())) {
      return Optional.of(
          "The library does by itself what "
              + symbol
              + " is for, because @OnOpen returns "
              + declaration.handlers(HandlerKind.OPEN).get(0).type().getReturnType()
              + ".");
    }
    return handler.kind() == HandlerKind.FLUSH && !declaration.handles(HandlerKind.WRITE)
        ? Optional.of("There is no @OnWrite, so there is nothing for @OnFlush to flush.")
        : Optional.empty();
  }
}
