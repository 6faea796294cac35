package org.ioproc.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.ioproc.processor.check.LibraryValidator;
import org.ioproc.processor.check.WrapperValidator;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.LibraryDeclaration;
import org.ioproc.processor.model.LibraryParser;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.wrapper.NativeSources;
import org.ioproc.processor.wrapper.WrapperSpec;
import org.jspecify.annotations.Nullable;

/**
 * Updates the sources of native wrappers. A file beside them lists the elements with an
 * {@code @IoProcLibrary}, because an incremental compilation of one procedure does not include its
 * library.
 */
final class WrappersStep {

  private static final String FOLDER = "META-INF/ioproc/";

  private final Elements elements;
  private final LibraryParser parser;
  private final Output output;
  private final Reporter reporter;
  private final Options.NativeTarget target;
  private final LibraryValidator libraryValidator = new LibraryValidator();
  private final WrapperValidator wrapperValidator = new WrapperValidator();

  WrappersStep(
      Elements elements,
      LibraryParser parser,
      Output output,
      Reporter reporter,
      Options.NativeTarget target) {
    this.elements = elements;
    this.parser = parser;
    this.output = output;
    this.reporter = reporter;
    this.target = target;
  }

  /** Reports problems, and returns the wrappers to write. */
  Wrappers validate(List<IoProcDeclaration> procedures, NavigableSet<String> compiled) {
    reporter.report(libraryValidator.validate(parse(compiled)));
    if (target == Options.NativeTarget.NONE) {
      return Wrappers.none();
    }
    NavigableSet<String> libraries = new TreeSet<>(compiled);
    Stream<String> modules =
        Stream.concat(
            procedures.stream().map(procedure -> Output.module(elements, procedure.type())),
            compiled.stream().map(this::module));
    modules
        .distinct()
        .flatMap(module -> output.readLines(index(module)).stream())
        .filter(this::isLibrary)
        .forEach(libraries::add);
    Wrappers wrappers = Wrappers.of(parse(libraries), procedures, libraries);
    reporter.report(wrapperValidator.validate(wrappers.specs(), wrappers.procedures()));
    return wrappers;
  }

  void write(Wrappers wrappers) {
    for (Map.Entry<WrapperSpec, Place> wrapper : wrappers.specs().entrySet()) {
      if (!write(wrapper.getKey(), module(wrapper.getValue()), types(wrapper.getKey(), wrappers))) {
        return; // The others would fail for the same reason.
      }
    }
    wrappers.specs().values().stream().map(this::module).distinct().forEach(this::writeShared);
    Map<String, List<String>> libraries =
        wrappers.libraries().stream()
            .collect(Collectors.groupingBy(this::module, TreeMap::new, Collectors.toList()));
    libraries.forEach(
        (module, names) ->
            report(output.write(index(module), String.join("\n", names) + "\n", List.of())));
  }

  private static List<TypeElement> types(WrapperSpec wrapper, Wrappers wrappers) {
    return wrapper.procedures().stream()
        .flatMap(procedure -> Stream.ofNullable(wrappers.procedures().get(procedure)))
        .map(IoProcDeclaration::type)
        .toList();
  }

  private boolean write(WrapperSpec wrapper, String module, List<TypeElement> origins) {
    return NativeSources.of(wrapper).entrySet().stream()
        .allMatch(
            file ->
                report(
                    output.write(
                        resource(module, wrapper.name() + "/" + file.getKey()),
                        file.getValue(),
                        origins)));
  }

  private void writeShared(String module) {
    NativeSources.shared()
        .forEach(
            (file, text) ->
                report(
                    output.write(
                        resource(module, NativeSources.SHARED_FOLDER + "/" + file),
                        text,
                        List.of())));
  }

  /** Reports a problem, if any. Returns true if there is none. */
  private boolean report(Optional<Problem> problem) {
    problem.ifPresent(reporter::report);
    return problem.isEmpty();
  }

  private Output.Resource resource(String module, String path) {
    return target == Options.NativeTarget.HEADERS
        ? new Output.Resource(StandardLocation.NATIVE_HEADER_OUTPUT, module, path)
        : new Output.Resource(StandardLocation.CLASS_OUTPUT, module, FOLDER + path);
  }

  private static Output.Resource index(String module) {
    return new Output.Resource(StandardLocation.CLASS_OUTPUT, module, FOLDER + "libraries");
  }

  private String module(Place place) {
    return Output.module(elements, place.element());
  }

  private String module(String library) {
    return Output.module(elements, element(library));
  }

  private boolean isLibrary(String name) {
    Element element = element(name);
    return element != null && parser.isLibrary(element);
  }

  private List<LibraryDeclaration> parse(Collection<String> names) {
    List<LibraryDeclaration> libraries = new ArrayList<>();
    for (String name : names) {
      Optional.ofNullable(element(name)).flatMap(parser::parse).ifPresent(libraries::add);
    }
    return libraries;
  }

  private @Nullable Element element(String name) {
    return name.endsWith(LibraryParser.PACKAGE)
        ? elements.getPackageElement(
            name.substring(0, name.length() - LibraryParser.PACKAGE.length()))
        : elements.getTypeElement(name);
  }
}
