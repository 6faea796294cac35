package org.ioproc.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.util.Types;

/** Judges a procedure by itself, without looking at others. */
final class IoProcValidator {

  private final CodeValidator codes = new CodeValidator();
  private final ClassValidator classes;
  private final HandlersValidator handlers = new HandlersValidator();
  private final SignatureValidator signatures;

  IoProcValidator(Types types, CheckedExceptions exceptions) {
    this.classes = new ClassValidator(exceptions);
    this.signatures = new SignatureValidator(types);
  }

  List<Problem> validate(IoProcDeclaration declaration) {
    List<Problem> problems = new ArrayList<>(codes.validate(declaration));
    problems.addAll(classes.validate(declaration));
    if (declaration.type().getKind() == ElementKind.CLASS) {
      problems.addAll(handlers.validate(declaration));
      declaration
          .handlers()
          .forEach(handler -> problems.addAll(signatures.validate(declaration, handler)));
    }
    return problems;
  }
}
