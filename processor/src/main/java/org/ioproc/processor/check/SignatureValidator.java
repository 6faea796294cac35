package org.ioproc.processor.check;

import com.google.auto.common.MoreElements;
import com.squareup.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.ioproc.processor.model.HandlerDeclaration;
import org.ioproc.processor.model.HandlerKind;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;

/** Checks a handler's modifiers, parameters and return type. */
final class SignatureValidator {

  private static final int FIRST_USER_MESSAGE = 0x8000;

  private final Types types;

  SignatureValidator(Types types) {
    this.types = types;
  }

  List<Problem> validate(IoProcDeclaration declaration, HandlerDeclaration handler) {
    List<Problem> problems = new ArrayList<>(modifiers(declaration, handler));
    handler.number().stream()
        .filter(number -> number < FIRST_USER_MESSAGE)
        .mapToObj(number -> String.format(Locale.ROOT, "This number is %d (0x%X).", number, number))
        .map(observed -> new Problem(Rule.MESSAGE_NUMBER, handler.place(), observed))
        .forEach(problems::add);
    if (!returnTypeMatches(handler)) {
      problems.add(mismatch(Rule.HANDLER_RETURN, declaration, handler));
    }
    if (!parametersMatch(handler)) {
      problems.add(mismatch(Rule.HANDLER_PARAMETERS, declaration, handler));
    } else {
      problems.addAll(fileType(declaration, handler));
    }
    return problems;
  }

  private static List<Problem> modifiers(
      IoProcDeclaration declaration, HandlerDeclaration handler) {
    List<Problem> problems = new ArrayList<>();
    String name = handler.longName();
    Set<Modifier> modifiers = handler.method().getModifiers();
    if (!isCallable(declaration, handler)) {
      String observed =
          modifiers.contains(Modifier.PRIVATE)
              ? name + " is private."
              : name
                  + " is in the package "
                  + MoreElements.getPackage(handler.method()).getQualifiedName()
                  + " and not public.";
      problems.add(new Problem(Rule.HANDLER_HIDDEN, handler.place(), observed));
    }
    if (modifiers.contains(Modifier.STATIC)) {
      problems.add(new Problem(Rule.HANDLER_STATIC, handler.place(), name + " is static."));
    }
    if (!handler.method().getTypeParameters().isEmpty()) {
      String observed =
          name
              + " has "
              + handler.method().getTypeParameters().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining(", ", "<", ">."));
      problems.add(new Problem(Rule.HANDLER_GENERIC, handler.place(), observed));
    }
    return problems;
  }

  /**
   * Returns whether the glue can call the handler. It calls the handler on the procedure, so the
   * class that declares the handler may be inaccessible.
   */
  private static boolean isCallable(IoProcDeclaration declaration, HandlerDeclaration handler) {
    Set<Modifier> modifiers = handler.method().getModifiers();
    return modifiers.contains(Modifier.PUBLIC)
        || (!modifiers.contains(Modifier.PRIVATE)
            && MoreElements.getPackage(handler.method())
                .equals(MoreElements.getPackage(declaration.type())));
  }

  /** Returns whether the return type fits. {@link FileValidator} checks that of {@code @OnOpen}. */
  private static boolean returnTypeMatches(HandlerDeclaration handler) {
    return handler.kind() == HandlerKind.OPEN || handler.returns().equals(handler.kind().returns());
  }

  private static boolean parametersMatch(HandlerDeclaration handler) {
    List<? extends TypeMirror> actual = handler.type().getParameterTypes();
    return handler.kind().shapes().stream().anyMatch(expected -> takes(expected, actual));
  }

  private static boolean takes(
      List<HandlerKind.Parameter> expected, List<? extends TypeMirror> actual) {
    if (actual.size() != expected.size()) {
      return false;
    }
    for (int i = 0; i < actual.size(); i++) {
      HandlerKind.Parameter parameter = expected.get(i);
      if (!parameter.isFile() && !TypeName.get(actual.get(i)).equals(parameter.type())) {
        return false;
      }
    }
    return true;
  }

  private List<Problem> fileType(IoProcDeclaration declaration, HandlerDeclaration handler) {
    Optional<TypeMirror> expected = declaration.fileType(handler.kind());
    if (expected.isEmpty() || !handler.kind().parameters().get(0).isFile()) {
      return List.of();
    }
    TypeMirror file = expected.get();
    TypeMirror taken = handler.type().getParameterTypes().get(0);
    String passed =
        declaration.fileKind().isChannel() && handler.kind() != HandlerKind.CLOSE
            ? "the library passes a "
            : "@OnOpen returns ";
    return types.isAssignable(file, taken)
        ? List.of()
        : List.of(
            new Problem(
                Rule.HANDLER_FILE_TYPE,
                handler.place(),
                handler.longName() + " takes " + taken + ", but " + passed + file + "."));
  }

  private static Problem mismatch(
      Rule rule, IoProcDeclaration declaration, HandlerDeclaration handler) {
    String expected = expected(declaration, handler, HandlerDeclaration::simple);
    String actual = actual(handler, HandlerDeclaration::simple);
    boolean alike =
        List.of(expected.replaceAll(" \\w+(?=[,)])", "").split(" or ")).contains(actual);
    return new Problem(
        rule,
        handler.place(),
        "An "
            + handler.kind().symbol()
            + " method must be "
            + (alike ? expected(declaration, handler, TypeName::toString) : expected)
            + ". This method is "
            + (alike ? actual(handler, TypeName::toString) : actual)
            + ".");
  }

  private static String expected(
      IoProcDeclaration declaration, HandlerDeclaration handler, Function<TypeName, String> text) {
    HandlerKind kind = handler.kind();
    String file = declaration.fileType(kind).map(TypeName::get).map(text).orElse("F");
    String start =
        text.apply(kind == HandlerKind.OPEN ? handler.returns() : kind.returns())
            + " "
            + handler.name();
    return kind.shapes().stream()
        .map(shape -> start + parameters(shape, file, text))
        .collect(Collectors.joining(" or "));
  }

  private static String parameters(
      List<HandlerKind.Parameter> shape, String file, Function<TypeName, String> text) {
    return shape.stream()
        .map(
            parameter ->
                (parameter.isFile() ? file : text.apply(parameter.type())) + " " + parameter.name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String actual(HandlerDeclaration handler, Function<TypeName, String> text) {
    return text.apply(handler.returns())
        + " "
        + handler.name()
        + handler.type().getParameterTypes().stream()
            .map(type -> text.apply(TypeName.get(type)))
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
