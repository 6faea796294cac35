package org.ioproc.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.util.Types;

/** Judges a procedure by itself, without looking at others. */
final class IoProcValidator {

  private final CodeValidator codes = new CodeValidator();
  private final ClassValidator classes;
  private final HandlersValidator handlers;

  IoProcValidator(Types types, CheckedExceptions exceptions) {
    this.classes = new ClassValidator(exceptions);
    this.handlers = new HandlersValidator(types);
  }

  List<Problem> validate(IoProcDeclaration declaration) {
    List<Problem> problems = new ArrayList<>(codes.validate(declaration));
    problems.addAll(classes.validate(declaration));
    if (declaration.isClass()) {
      problems.addAll(handlers.validate(declaration));
    }
    return problems;
  }
}
