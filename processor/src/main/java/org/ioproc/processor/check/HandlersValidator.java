package org.ioproc.processor.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.util.Types;
import org.ioproc.processor.model.HandlerDeclaration;
import org.ioproc.processor.model.HandlerKind;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;

/** Checks a procedure's handlers together, for missing, unnecessary and duplicate ones. */
final class HandlersValidator {

  /** With more, the switch over their numbers would exceed the size limit of a Java method. */
  private static final int MAX_MESSAGES = 1_000;

  private final FileValidator files;
  private final SignatureValidator signatures;

  HandlersValidator(Types types) {
    this.files = new FileValidator(types);
    this.signatures = new SignatureValidator(types);
  }

  List<Problem> validate(IoProcDeclaration declaration) {
    List<Problem> problems = new ArrayList<>(count(declaration));
    Map<List<Object>, List<HandlerDeclaration>> byMessage =
        declaration.handlers().stream()
            .collect(
                Collectors.groupingBy(
                    HandlerDeclaration::message, LinkedHashMap::new, Collectors.toList()));
    byMessage.values().forEach(handlers -> problems.addAll(duplicates(handlers)));
    List<HandlerDeclaration> open = declaration.handlers(HandlerKind.OPEN);
    Optional<Problem> raw = files.rawBase(declaration);
    raw.ifPresent(problems::add);
    if (open.size() > 1 || raw.isPresent()) {
      return problems; // The rules for the other handlers depend on the fix.
    }
    open.forEach(handler -> problems.addAll(files.validate(declaration, handler)));
    byMessage.values().stream()
        .filter(handlers -> handlers.size() == 1)
        .forEach(handlers -> problems.addAll(only(declaration, handlers.get(0))));
    return problems;
  }

  /** Checks a message's only handler. If it is never called, its signature does not matter. */
  private List<Problem> only(IoProcDeclaration declaration, HandlerDeclaration handler) {
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
    if (messages > MAX_MESSAGES) {
      String observed = String.format(Locale.ROOT, "%s has %,d.", name, messages);
      problems.add(new Problem(Rule.MESSAGES_TOO_MANY, declaration.place(), observed));
    }
    return problems;
  }

  private static List<Problem> duplicates(List<HandlerDeclaration> handlers) {
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
