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
import org.ioproc.wrapper.WrapperFiles;
import org.ioproc.wrapper.WrapperSpec;
import org.jspecify.annotations.Nullable;

/**
 * Updates the files of native wrappers. A file beside them lists the elements with an
 * {@code @IoProcLibrary}, because an incremental compilation of one procedure does not include its
 * library.
 */
final class WrappersStep {

  private final Elements elements;
  private final LibraryParser parser;
  private final Output output;
  private final Reporter reporter;
  private final WrapperOutput wrapperOutput;
  private final LibraryValidator libraryValidator = new LibraryValidator();
  private final WrapperValidator wrapperValidator = new WrapperValidator();

  WrappersStep(
      Elements elements,
      LibraryParser parser,
      Output output,
      Reporter reporter,
      WrapperOutput wrapperOutput) {
    this.elements = elements;
    this.parser = parser;
    this.output = output;
    this.reporter = reporter;
    this.wrapperOutput = wrapperOutput;
  }

  /** Reports problems, and returns the wrappers to write. */
  Wrappers validate(List<IoProcDeclaration> procedures, NavigableSet<String> compiled) {
    reporter.report(libraryValidator.validate(parse(compiled)));
    if (wrapperOutput.isOff()) {
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
      WrapperSpec spec = wrapper.getKey();
      if (!wrapperOutput.write(spec, module(wrapper.getValue()), types(spec, wrappers))) {
        return; // The others would fail for the same reason.
      }
    }
    wrappers.specs().values().stream()
        .map(this::module)
        .distinct()
        .forEach(wrapperOutput::writeShared);
    Map<String, List<String>> libraries =
        wrappers.libraries().stream()
            .collect(Collectors.groupingBy(this::module, TreeMap::new, Collectors.toList()));
    libraries.forEach(
        (module, names) ->
            output
                .write(index(module), String.join("\n", names) + "\n", List.of())
                .ifPresent(reporter::report));
  }

  private static List<TypeElement> types(WrapperSpec wrapper, Wrappers wrappers) {
    return wrapper.procedures().stream()
        .flatMap(procedure -> Stream.ofNullable(wrappers.procedures().get(procedure)))
        .map(IoProcDeclaration::type)
        .toList();
  }

  private static Output.Resource index(String module) {
    return new Output.Resource(
        StandardLocation.CLASS_OUTPUT, module, WrapperFiles.FOLDER + "libraries");
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
