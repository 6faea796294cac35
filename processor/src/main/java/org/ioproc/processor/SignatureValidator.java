package org.ioproc.processor;

import com.google.auto.common.MoreElements;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Judges one handler by itself: its modifiers, parameters and result. */
final class SignatureValidator {

  private static final int FIRST_OWN_MESSAGE = 0x8000;

  private final Types types;

  SignatureValidator(Types types) {
    this.types = types;
  }

  List<Problem> validate(IoProcDeclaration declaration, HandlerDeclaration handler) {
    List<Problem> problems = new ArrayList<>(modifiers(declaration, handler));
    handler
        .number()
        .ifPresent(
            number -> {
              if (number < FIRST_OWN_MESSAGE) {
                problems.add(
                    new Problem(
                        Rule.MESSAGE_NUMBER, handler.place(), "This one is " + number + "."));
              }
            });
    if (!returnsRight(handler)) {
      problems.add(wrong(Rule.HANDLER_RETURN, declaration, handler));
    }
    if (!takesRight(handler)) {
      problems.add(wrong(Rule.HANDLER_PARAMETERS, declaration, handler));
    } else {
      problems.addAll(fileType(declaration, handler));
    }
    return problems;
  }

  private static List<Problem> modifiers(
      IoProcDeclaration declaration, HandlerDeclaration handler) {
    List<Problem> problems = new ArrayList<>();
    String name =
        MoreElements.asType(handler.method().getEnclosingElement()).getSimpleName()
            + "."
            + handler.name();
    if (!isCallable(declaration, handler)) {
      problems.add(new Problem(Rule.HANDLER_HIDDEN, handler.place(), name + " is hidden from it."));
    }
    if (handler.method().getModifiers().contains(Modifier.STATIC)) {
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

  /** It is called on the procedure, so the class that it comes from may itself be hidden. */
  private static boolean isCallable(IoProcDeclaration declaration, HandlerDeclaration handler) {
    var modifiers = handler.method().getModifiers();
    return modifiers.contains(Modifier.PUBLIC)
        || (!modifiers.contains(Modifier.PRIVATE)
            && MoreElements.getPackage(handler.method())
                .equals(MoreElements.getPackage(declaration.type())));
  }

  /** What {@code @OnOpen} returns is the author's choice, and judged elsewhere. */
  private static boolean returnsRight(HandlerDeclaration handler) {
    return handler.kind() == HandlerKind.OPEN || returns(handler).equals(handler.kind().returns());
  }

  private static boolean takesRight(HandlerDeclaration handler) {
    List<? extends TypeMirror> actual = handler.type().getParameterTypes();
    List<HandlerKind.Parameter> expected = handler.kind().parameters();
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
    boolean takesFile = handler.kind().parameters().get(0).isFile();
    if (declaration.fileType().isEmpty()
        || !takesFile
        || declaration.fileKind().does(handler.kind())) {
      return List.of();
    }
    TypeMirror file = declaration.fileType().get();
    TypeMirror taken = handler.type().getParameterTypes().get(0);
    String made = declaration.fileKind().isChannel() ? ", which the library makes" : "";
    boolean isOpened = file.getKind() != TypeKind.VOID;
    return !isOpened || types.isAssignable(file, taken)
        ? List.of()
        : List.of(
            new Problem(
                Rule.HANDLER_FILE_TYPE,
                handler.place(),
                handler.name() + " takes " + taken + ", but the file is a " + file + made + "."));
  }

  private static Problem wrong(
      Rule rule, IoProcDeclaration declaration, HandlerDeclaration handler) {
    return new Problem(
        rule,
        handler.place(),
        "A method with "
            + handler.kind().symbol()
            + " is: "
            + expected(declaration, handler)
            + "; this one is: "
            + simple(returns(handler))
            + " "
            + handler.name()
            + handler.type().getParameterTypes().stream()
                .map(type -> simple(TypeName.get(type)))
                .collect(Collectors.joining(", ", "(", ").")));
  }

  private static String expected(IoProcDeclaration declaration, HandlerDeclaration handler) {
    HandlerKind kind = handler.kind();
    String file =
        declaration.fileType().map(TypeName::get).map(SignatureValidator::simple).orElse("F");
    return simple(kind == HandlerKind.OPEN ? returns(handler) : kind.returns())
        + " "
        + handler.name()
        + kind.parameters().stream()
            .map(
                parameter ->
                    (parameter.isFile() ? file : simple(parameter.type())) + " " + parameter.name())
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static TypeName returns(HandlerDeclaration handler) {
    return TypeName.get(handler.type().getReturnType());
  }

  private static String simple(TypeName type) {
    return type instanceof ClassName name ? String.join(".", name.simpleNames()) : type.toString();
  }
}
