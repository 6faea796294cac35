package org.ioproc.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.ioproc.IoProc;

/**
 * Finds procedures, parses, validates and writes them. From one round to the next only names are
 * kept: a compiler may replace the elements.
 */
final class IoProcStep {

  private final Elements elements;
  private final Reporter reporter;
  private final IoProcParser parser;
  private final IoProcValidator validator;
  private final StrayHandlers strayHandlers = new StrayHandlers();
  private final GlueWriter glueWriter;
  private final InstallerWriter installerWriter;
  private final Output output;
  private final FinalStep finalStep;

  private final SortedSet<String> waiting = new TreeSet<>();
  private final SortedSet<String> valid = new TreeSet<>();

  IoProcStep(ProcessingEnvironment environment) {
    elements = environment.getElementUtils();
    Types types = environment.getTypeUtils();
    CheckedExceptions exceptions = new CheckedExceptions(elements, types);
    GeneratedClasses classes = new GeneratedClasses(elements);
    reporter = new Reporter(environment.getMessager());
    parser = new IoProcParser(elements, types);
    validator = new IoProcValidator(types, exceptions);
    glueWriter = new GlueWriter(classes);
    installerWriter = new InstallerWriter(classes, exceptions);
    output = new Output(environment.getFiler());
    Options options = Options.of(environment.getOptions());
    reporter.report(options.problems());
    finalStep = new FinalStep(elements, parser, reporter, output, options);
  }

  void process(RoundEnvironment round) {
    reporter.report(strayHandlers.find(round));
    List<IoProcDeclaration> declarations = parse(round);
    for (IoProcDeclaration declaration : declarations) {
      process(declaration);
    }
    if (round.processingOver()) {
      finalStep.process(valid, round.errorRaised());
    }
  }

  /** In the order of their names, whatever the order of the sources. */
  private List<IoProcDeclaration> parse(RoundEnvironment round) {
    SortedMap<String, TypeElement> found = new TreeMap<>();
    for (String name : waiting) {
      Optional.ofNullable(elements.getTypeElement(name)).ifPresent(type -> found.put(name, type));
    }
    for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(IoProc.class))) {
      found.put(type.getQualifiedName().toString(), type);
    }
    waiting.clear();
    List<IoProcDeclaration> declarations = new ArrayList<>();
    found.forEach(
        (name, type) ->
            parser.parse(type).ifPresentOrElse(declarations::add, () -> waiting.add(name)));
    return declarations;
  }

  private void process(IoProcDeclaration declaration) {
    List<Problem> problems = validator.validate(declaration);
    reporter.report(problems);
    if (problems.stream().noneMatch(problem -> problem.rule().severity() == Rule.Severity.ERROR)) {
      valid.add(declaration.type().getQualifiedName().toString());
      output.write(glueWriter.write(declaration), declaration.place()).ifPresent(reporter::report);
      output
          .write(installerWriter.write(declaration), declaration.place())
          .ifPresent(reporter::report);
    }
  }
}
