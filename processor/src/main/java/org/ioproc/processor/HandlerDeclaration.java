package org.ioproc.processor;

import java.util.OptionalInt;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;

/**
 * A method that handles a message.
 *
 * @param kind which message
 * @param method the method
 * @param type its parameters and result as the procedure's class sees them, without type variables
 * @param place where its annotation is; for an inherited one, the procedure's
 * @param number the number of an {@code @OnMessage}
 */
record HandlerDeclaration(
    HandlerKind kind,
    ExecutableElement method,
    ExecutableType type,
    Place place,
    OptionalInt number) {

  String name() {
    return method.getSimpleName().toString();
  }
}
