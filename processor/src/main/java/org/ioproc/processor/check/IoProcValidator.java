package org.ioproc.processor.check;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.util.Types;
import org.ioproc.processor.model.CheckedExceptions;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.Problem;

/** Checks a single procedure. */
public final class IoProcValidator {

  private final CodeValidator codes = new CodeValidator();
  private final ClassValidator classes;
  private final HandlersValidator handlers;

  public IoProcValidator(Types types, CheckedExceptions exceptions) {
    this.classes = new ClassValidator(exceptions);
    this.handlers = new HandlersValidator(types);
  }

  public List<Problem> validate(IoProcDeclaration declaration) {
    List<Problem> problems = new ArrayList<>(codes.validate(declaration));
    problems.addAll(classes.validate(declaration));
    if (declaration.isClass()) {
      problems.addAll(handlers.validate(declaration));
    }
    return problems;
  }
}
