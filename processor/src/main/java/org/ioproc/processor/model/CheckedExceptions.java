package org.ioproc.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The checked exceptions of a procedure's constructor. */
public final class CheckedExceptions {

  private final Elements elements;
  private final Types types;

  public CheckedExceptions(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  public List<TypeName> of(IoProcDeclaration declaration) {
    return declaration.constructor().stream()
        .flatMap(constructor -> constructor.getThrownTypes().stream())
        .filter(thrown -> !isA(thrown, RuntimeException.class) && !isA(thrown, Error.class))
        .map(TypeName::get)
        .distinct()
        .toList();
  }

  public boolean isA(TypeMirror thrown, Class<?> type) {
    return types.isSubtype(thrown, elements.getTypeElement(type.getCanonicalName()).asType());
  }
}
