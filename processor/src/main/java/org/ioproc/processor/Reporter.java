package org.ioproc.processor;

import java.util.List;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** The one class that speaks to the compiler's user. */
final class Reporter {

  private final Messager messager;
  private boolean errors;

  Reporter(Messager messager) {
    this.messager = messager;
  }

  void report(List<Problem> problems) {
    problems.forEach(this::report);
  }

  void report(Problem problem) {
    boolean error = !problem.rule().isWarning();
    errors |= error;
    Place place = problem.place();
    messager.printMessage(
        error ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING,
        problem.text(),
        place.element(),
        place.annotation(),
        place.value());
  }

  /** Whether the compilation fails because of what was reported. */
  boolean errors() {
    return errors;
  }
}
