package org.ioproc.processor;

import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The one class that speaks to the compiler's user. */
final class Reporter {

  /** Silences warnings, as in {@code @SuppressWarnings("ioproc")}. */
  private static final String SUPPRESSED = "ioproc";

  private final Messager messager;
  private boolean errors;

  Reporter(Messager messager) {
    this.messager = messager;
  }

  void report(List<Problem> problems) {
    problems.forEach(this::report);
  }

  void report(Problem problem) {
    Place place = problem.place();
    boolean error = !problem.rule().isWarning();
    if (!error && isSuppressed(place.element())) {
      return;
    }
    errors |= error;
    messager.printMessage(
        error ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING,
        problem.text(),
        place.element(),
        place.annotation(),
        place.value());
  }

  /** Like a compiler's own warnings, by an annotation of the element or of one around it. */
  private static boolean isSuppressed(@Nullable Element element) {
    for (Element outer = element; outer != null; outer = outer.getEnclosingElement()) {
      SuppressWarnings annotation = outer.getAnnotation(SuppressWarnings.class);
      if (annotation != null && List.of(annotation.value()).contains(SUPPRESSED)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the compilation fails because of what was reported. */
  boolean errors() {
    return errors;
  }
}
