package org.ioproc.processor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.jspecify.annotations.Nullable;

/** Prints problems as the compiler's errors and warnings. */
final class Reporter {

  /** Suppresses warnings, as in {@code @SuppressWarnings("ioproc")}. */
  private static final String SUPPRESSED = "ioproc";

  private static final @Nullable MethodHandle FILE_OF = fileOf();

  private final Messager messager;
  private final Elements elements;
  private boolean errors;

  Reporter(Messager messager, Elements elements) {
    this.messager = messager;
    this.elements = elements;
  }

  void report(List<Problem> problems) {
    problems.forEach(this::report);
  }

  void report(Problem problem) {
    Place place = problem.place();
    boolean error = !problem.rule().isWarning();
    if (!error && (isSuppressed(place.element()) || isCompiled(place.element()))) {
      return;
    }
    errors |= error;
    messager.printMessage(
        error ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING,
        problem.text(),
        positioned(place.element()),
        place.annotation(),
        place.value());
  }

  /**
   * Returns an element that has a position: for an accessor, the record, because the accessor may
   * be implicit.
   */
  private @Nullable Element positioned(@Nullable Element element) {
    return element instanceof ExecutableElement method
            && elements.recordComponentFor(method) != null
        ? element.getEnclosingElement()
        : element;
  }

  /**
   * Returns whether an annotation on the element, or on one that encloses it, suppresses warnings.
   * The compiler's own warnings are suppressed in the same way.
   */
  private static boolean isSuppressed(@Nullable Element element) {
    for (Element outer = element; outer != null; outer = outer.getEnclosingElement()) {
      SuppressWarnings annotation = outer.getAnnotation(SuppressWarnings.class);
      if (annotation != null && List.of(annotation.value()).contains(SUPPRESSED)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether an element comes from a class file. Gradle passes the elements of unchanged
   * sources in this form. Class files do not keep {@code @SuppressWarnings}, and the warnings were
   * printed when the sources were compiled.
   */
  private boolean isCompiled(@Nullable Element element) {
    if (element == null || FILE_OF == null) {
      return false;
    }
    try {
      JavaFileObject file = (JavaFileObject) FILE_OF.invoke(elements, element);
      return file != null && file.getKind() == JavaFileObject.Kind.CLASS;
    } catch (Throwable unsupported) {
      return false;
    }
  }

  /** Finds {@code Elements.getFileObjectOf}, which Java 17 lacks. */
  private static @Nullable MethodHandle fileOf() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(
              Elements.class,
              "getFileObjectOf",
              MethodType.methodType(JavaFileObject.class, Element.class));
    } catch (ReflectiveOperationException older) {
      return null;
    }
  }

  /** Returns whether an error was reported. */
  boolean errors() {
    return errors;
  }
}
