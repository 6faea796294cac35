package org.ioproc.processor;

import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.util.Elements;
import org.ioproc.processor.check.CompilationValidator;
import org.ioproc.processor.check.ModuleValidator;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.IoProcParser;

/**
 * Ends a compilation: compares all its procedures, and writes the service file and the native
 * wrappers. Parses everything again, because elements of earlier rounds may be stale.
 */
final class FinalStep {

  private final Elements elements;
  private final IoProcParser parser;
  private final Reporter reporter;
  private final ServicesStep services;
  private final WrappersStep wrappers;
  private final ModuleValidator moduleValidator;
  private final CompilationValidator compilationValidator = new CompilationValidator();

  FinalStep(
      Elements elements,
      IoProcParser parser,
      Reporter reporter,
      ServicesStep services,
      WrappersStep wrappers) {
    this.elements = elements;
    this.parser = parser;
    this.reporter = reporter;
    this.services = services;
    this.wrappers = wrappers;
    this.moduleValidator = new ModuleValidator(elements);
  }

  /**
   * Validates all procedures together, and writes the files that depend on all of them.
   *
   * @param all the names of all procedures
   * @param valid the names of the procedures with generated classes
   * @param libraries the names of the elements with an {@code @IoProcLibrary}
   * @param failed whether the compilation has failed already, for any reason
   */
  void process(
      NavigableSet<String> all,
      NavigableSet<String> valid,
      NavigableSet<String> libraries,
      boolean failed) {
    List<IoProcDeclaration> procedures = parse(all);
    List<IoProcDeclaration> generated =
        procedures.stream().filter(procedure -> valid.contains(procedure.qualifiedName())).toList();
    reporter.report(compilationValidator.codes(procedures));
    reporter.report(moduleValidator.validate(generated));
    Wrappers written = wrappers.validate(procedures, libraries);
    if (!failed && !reporter.errors()) {
      services.write(generated);
      wrappers.write(written);
    }
  }

  private List<IoProcDeclaration> parse(NavigableSet<String> names) {
    Stream<Optional<IoProcDeclaration>> parsed =
        names.stream().map(elements::getTypeElement).filter(Objects::nonNull).map(parser::parse);
    return parsed.flatMap(Optional::stream).toList();
  }
}
