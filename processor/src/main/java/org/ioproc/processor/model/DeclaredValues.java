package org.ioproc.processor.model;

import com.google.auto.common.MoreElements;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * Reads annotations and their values as they are in the sources. A value that the compiler cannot
 * resolve is absent here; the compiler reports it.
 */
public final class DeclaredValues {

  /** The value that compilers substitute for a constant or class that they cannot find. */
  private static final String UNRESOLVED = "<error>";

  private DeclaredValues() {}

  public static Optional<AnnotationMirror> annotation(
      Element element, Class<? extends Annotation> type) {
    return MoreElements.getAnnotationMirror(element, type).toJavaUtil();
  }

  static Optional<AnnotationValue> value(AnnotationMirror annotation, String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  static Optional<String> text(AnnotationValue value) {
    return value.getValue() instanceof String text && !text.equals(UNRESOLVED)
        ? Optional.of(text)
        : Optional.empty();
  }

  static OptionalInt number(AnnotationValue value) {
    return value.getValue() instanceof Integer number
        ? OptionalInt.of(number)
        : OptionalInt.empty();
  }

  /** Returns the elements of an array; a single value counts as an array of one. */
  static List<AnnotationValue> elements(AnnotationValue value) {
    return value.getValue() instanceof List<?> list
        ? list.stream().map(AnnotationValue.class::cast).toList()
        : List.of(value);
  }
}
