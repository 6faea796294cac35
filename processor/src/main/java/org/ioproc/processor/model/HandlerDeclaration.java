package org.ioproc.processor.model;

import com.google.auto.common.MoreElements;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import org.ioproc.MmioName;

/**
 * A method that handles a message.
 *
 * @param kind the kind of message
 * @param method the method
 * @param type its parameter and return types as the procedure's class inherits them, with actual
 *     types in place of type variables
 * @param place where its problems are reported: at its annotation, or at {@code @IoProc} if it is
 *     inherited
 * @param number the number of an {@code @OnMessage}
 * @param overloaded whether the class has other methods with its name and number of parameters
 */
public record HandlerDeclaration(
    HandlerKind kind,
    ExecutableElement method,
    ExecutableType type,
    Place place,
    OptionalInt number,
    boolean overloaded) {

  public String name() {
    return method.getSimpleName().toString();
  }

  /** Returns the class that declares the method. */
  public TypeElement owner() {
    return MoreElements.asType(method.getEnclosingElement());
  }

  /** Returns the method's name with its class: {@code ZipIoProc.open}. */
  public String longName() {
    return owner().getSimpleName() + "." + name();
  }

  /** Returns the name and the parameter types: {@code ZipIoProc.open(OpenRequest)}. */
  public String signature() {
    return longName()
        + type.getParameterTypes().stream()
            .map(parameter -> simple(TypeName.get(parameter)))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Returns the message that the method handles. A message must have at most one handler. */
  public List<Object> message() {
    return List.of(kind, number);
  }

  /** Returns whether this is an {@code @OnOpen} that takes only the file's name. */
  public boolean takesName() {
    return kind == HandlerKind.OPEN
        && TypeName.get(type.getParameterTypes().get(0)).equals(ClassName.get(MmioName.class));
  }

  public TypeName returns() {
    return TypeName.get(type.getReturnType());
  }

  /** Returns a class's name without its package, and any other type unchanged. */
  public static String simple(TypeName type) {
    return type instanceof ClassName name ? String.join(".", name.simpleNames()) : type.toString();
  }
}
