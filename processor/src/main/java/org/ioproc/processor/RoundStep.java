package org.ioproc.processor;

import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.JavaFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.ioproc.IoProc;
import org.ioproc.IoProcLibrary;
import org.ioproc.processor.check.CompilationValidator;
import org.ioproc.processor.check.IoProcValidator;
import org.ioproc.processor.check.StrayHandlers;
import org.ioproc.processor.java.GeneratedClasses;
import org.ioproc.processor.java.GlueWriter;
import org.ioproc.processor.java.InstallerWriter;
import org.ioproc.processor.model.CheckedExceptions;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.IoProcParser;
import org.ioproc.processor.model.LibraryParser;
import org.ioproc.processor.model.Problem;

/**
 * Processes the procedures of each round: parses, validates and writes them. Keeps only names
 * between rounds, because a compiler may replace the elements.
 */
final class RoundStep {

  private final Elements elements;
  private final Reporter reporter;
  private final IoProcParser parser;
  private final IoProcValidator validator;
  private final CompilationValidator compilationValidator = new CompilationValidator();
  private final StrayHandlers strayHandlers = new StrayHandlers();
  private final GlueWriter glueWriter;
  private final InstallerWriter installerWriter;
  private final Output output;
  private final FinalStep finalStep;

  private final NavigableSet<String> waiting = new TreeSet<>();
  private final Set<String> postponed = new HashSet<>();
  private final Set<String> glued = new HashSet<>();
  private final NavigableSet<String> all = new TreeSet<>();
  private final NavigableSet<String> libraries = new TreeSet<>();
  private final NavigableSet<String> valid = new TreeSet<>();

  RoundStep(ProcessingEnvironment environment) {
    elements = environment.getElementUtils();
    Types types = environment.getTypeUtils();
    CheckedExceptions exceptions = new CheckedExceptions(elements, types);
    GeneratedClasses classes = new GeneratedClasses(elements, IoProcProcessor.class);
    reporter = new Reporter(environment.getMessager(), elements);
    parser = new IoProcParser(elements, types);
    validator = new IoProcValidator(types, exceptions);
    glueWriter = new GlueWriter(classes);
    installerWriter = new InstallerWriter(classes, exceptions);
    output = new Output(environment.getFiler());
    Options options = Options.of(environment.getOptions());
    reporter.report(options.problems());
    finalStep =
        new FinalStep(
            elements,
            parser,
            reporter,
            new ServicesStep(elements, output, reporter),
            new WrappersStep(
                elements,
                new LibraryParser(parser),
                output,
                reporter,
                new WrapperOutput(output, reporter, options)));
  }

  void process(RoundEnvironment round) {
    reporter.report(strayHandlers.find(round));
    for (Element library : round.getElementsAnnotatedWith(IoProcLibrary.class)) {
      libraries.add(LibraryParser.name(library));
    }
    process(parse(round));
    if (round.processingOver()) {
      finalStep.process(all, valid, libraries, round.errorRaised());
    }
  }

  /** Returns the procedures sorted by name, so that the order of the sources does not matter. */
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

  private void process(List<IoProcDeclaration> declarations) {
    List<Problem> clashes = compilationValidator.generatedNames(declarations);
    reporter.report(clashes);
    for (IoProcDeclaration declaration : declarations) {
      all.add(declaration.qualifiedName());
      List<Problem> problems = validator.validate(declaration);
      boolean valid =
          clashes.isEmpty() && problems.stream().allMatch(problem -> problem.rule().isWarning());
      if (isChangedByLombok(declaration.type()) && postponed.add(declaration.qualifiedName())) {
        waiting.add(declaration.qualifiedName());
        if (valid) {
          writeGlue(declaration);
        }
        continue;
      }
      reporter.report(problems);
      if (valid) {
        write(declaration);
      }
    }
  }

  /**
   * Returns whether Lombok may add constructors to the class. If Lombok runs after this processor,
   * they are visible only in the next round. Writing the glue, which needs no constructor, causes
   * that round.
   */
  private static boolean isChangedByLombok(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .map(annotation -> MoreTypes.asTypeElement(annotation.getAnnotationType()))
        .anyMatch(annotation -> annotation.getQualifiedName().toString().startsWith("lombok."));
  }

  private void write(IoProcDeclaration declaration) {
    valid.add(declaration.qualifiedName());
    if (!glued.contains(declaration.qualifiedName())) {
      writeGlue(declaration);
    }
    write(installerWriter.write(declaration), declaration);
  }

  private void writeGlue(IoProcDeclaration declaration) {
    glued.add(declaration.qualifiedName());
    write(glueWriter.write(declaration), declaration);
  }

  private void write(JavaFile file, IoProcDeclaration declaration) {
    output.write(file, declaration.place()).ifPresent(reporter::report);
  }
}
