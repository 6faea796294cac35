package org.ioproc.processor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** What concerns all procedures of a compilation: its modules, the service and native wrappers. */
final class FinalStep {

  private final Elements elements;
  private final IoProcParser parser;
  private final Reporter reporter;
  private final Output output;
  private final Options options;
  private final ModuleValidator moduleValidator;
  private final ServicesWriter servicesWriter;

  FinalStep(
      Elements elements, IoProcParser parser, Reporter reporter, Output output, Options options) {
    this.elements = elements;
    this.parser = parser;
    this.reporter = reporter;
    this.output = output;
    this.options = options;
    this.moduleValidator = new ModuleValidator(elements);
    this.servicesWriter = new ServicesWriter(elements);
  }

  void process(SortedSet<String> names, boolean failed) {
    List<IoProcDeclaration> declarations =
        names.stream()
            .map(elements::getTypeElement)
            .filter(Objects::nonNull)
            .map(parser::parse)
            .flatMap(Optional::stream)
            .toList();
    declarations.forEach(declaration -> reporter.report(moduleValidator.validate(declaration)));
    if (!failed && !reporter.errors() && !declarations.isEmpty()) {
      writeServices(declarations);
      writeNative(declarations);
    }
  }

  private void writeServices(List<IoProcDeclaration> declarations) {
    Map<String, List<IoProcDeclaration>> byModule =
        declarations.stream()
            .collect(Collectors.groupingBy(this::modulePrefix, TreeMap::new, Collectors.toList()));
    byModule.forEach(
        (prefix, ofModule) -> {
          Output.Resource services =
              new Output.Resource(StandardLocation.CLASS_OUTPUT, prefix, ServicesWriter.PATH);
          String text = servicesWriter.write(output.readLines(services), ofModule);
          output.write(services, text, types(ofModule)).ifPresent(reporter::report);
        });
  }

  private void writeNative(List<IoProcDeclaration> declarations) {
    for (IoProcDeclaration declaration : declarations) {
      if (declaration.constructor().isPresent()
          && options.nativeSources() != Options.NativeTarget.NONE) {
        NativeProcedure procedure =
            new NativeProcedure(
                declaration.exportName(),
                declaration.fourCc(),
                declaration.provider().reflectionName(),
                declaration.name().canonicalName());
        NativeLibrary library = new NativeLibrary(declaration.libraryName(), List.of(procedure));
        NativeSources.of(library)
            .forEach(
                (name, text) ->
                    output
                        .write(
                            new Output.Resource(
                                StandardLocation.CLASS_OUTPUT,
                                modulePrefix(declaration),
                                "META-INF/ioproc/" + library.name() + "/" + name),
                            text,
                            List.of(declaration.type()))
                        .ifPresent(reporter::report));
      }
    }
  }

  private String modulePrefix(IoProcDeclaration declaration) {
    ModuleElement module = elements.getModuleOf(declaration.type());
    return module == null || module.isUnnamed() ? "" : module.getQualifiedName() + "/";
  }

  private static List<Element> types(List<IoProcDeclaration> declarations) {
    return declarations.stream().<Element>map(IoProcDeclaration::type).toList();
  }
}
