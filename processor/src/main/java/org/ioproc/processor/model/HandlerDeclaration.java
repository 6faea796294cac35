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
 * @param kind which message
 * @param method the method
 * @param type its parameters and result in the procedure's class, where type variables have their
 *     values
 * @param place where its annotation is; for an inherited one, the procedure's
 * @param number the number of an {@code @OnMessage}
 */
public record HandlerDeclaration(
    HandlerKind kind,
    ExecutableElement method,
    ExecutableType type,
    Place place,
    OptionalInt number) {

  public String name() {
    return method.getSimpleName().toString();
  }

  /** The class that the method is declared in. */
  public TypeElement owner() {
    return MoreElements.asType(method.getEnclosingElement());
  }

  /** The method's name with its class: {@code ZipIoProc.open}. */
  public String longName() {
    return owner().getSimpleName() + "." + name();
  }

  /** The method as overloads differ: {@code ZipIoProc.open(OpenRequest)}. */
  public String signature() {
    return longName()
        + type.getParameterTypes().stream()
            .map(parameter -> simple(TypeName.get(parameter)))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The message that the method handles: at most one method may handle each. */
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

  /** A class without its package; anything else as it is. */
  public static String simple(TypeName type) {
    return type instanceof ClassName name ? String.join(".", name.simpleNames()) : type.toString();
  }
}
