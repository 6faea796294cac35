package org.ioproc.processor.support;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.ioproc.processor.model.Rule;

/**
 * A problem that the processor must report.
 *
 * @param rule the rule
 * @param at the beginning of the source's text at the problem's position
 * @param observed a part of the message
 */
public record Expected(Rule rule, String at, String observed) {

  /** Compiles, and fails unless the problem is reported exactly once, in the right place. */
  public Compilation in(List<String> options, String... sources) {
    Compilation compilation = InMemory.compile(options, sources);
    List<Diagnostic<? extends JavaFileObject>> reported =
        compilation.diagnostics().stream()
            .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
            .filter(diagnostic -> matches(diagnostic))
            .toList();
    assertWithMessage("%s in %s", this, compilation.diagnostics()).that(reported).hasSize(1);
    return compilation;
  }

  public Compilation in(String... sources) {
    return in(List.of(), sources);
  }

  private boolean matches(Diagnostic<? extends JavaFileObject> diagnostic) {
    String text = diagnostic.getMessage(null);
    Diagnostic.Kind kind = rule.isWarning() ? Diagnostic.Kind.WARNING : Diagnostic.Kind.ERROR;
    return diagnostic.getKind() == kind
        && text.startsWith(rule.text())
        && text.contains(observed)
        && text.endsWith(rule.remedy() + " [" + rule.id() + "]")
        && from(diagnostic).startsWith(at);
  }

  private static String from(Diagnostic<? extends JavaFileObject> diagnostic) {
    try {
      return diagnostic.getSource() == null
          ? ""
          : diagnostic
              .getSource()
              .getCharContent(true)
              .toString()
              .substring((int) diagnostic.getStartPosition());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
