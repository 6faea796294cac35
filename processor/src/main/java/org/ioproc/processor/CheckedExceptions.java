package org.ioproc.processor;

import com.squareup.javapoet.TypeName;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The checked exceptions of a procedure's constructor. */
final class CheckedExceptions {

  private final Elements elements;
  private final Types types;

  CheckedExceptions(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  List<TypeName> of(IoProcDeclaration declaration) {
    return declaration.constructor().stream()
        .flatMap(constructor -> constructor.getThrownTypes().stream())
        .filter(thrown -> !isA(thrown, RuntimeException.class) && !isA(thrown, Error.class))
        .map(TypeName::get)
        .distinct()
        .toList();
  }

  boolean isA(TypeMirror thrown, Class<?> type) {
    return types.isSubtype(thrown, elements.getTypeElement(type.getCanonicalName()).asType());
  }
}
