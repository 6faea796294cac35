package org.ioproc.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
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
    output.readLines(index()).stream().filter(this::isLibrary).forEach(libraries::add);
    Wrappers wrappers = Wrappers.of(parse(libraries), procedures, libraries);
    reporter.report(wrapperValidator.validate(wrappers.specs(), wrappers.procedures()));
    return wrappers;
  }

  void write(Wrappers wrappers) {
    for (WrapperSpec wrapper : wrappers.specs().keySet()) {
      if (!write(wrapper, types(wrapper, wrappers))) {
        return; // The others would fail for the same reason.
      }
    }
    wrappers.specs().keySet().stream()
        .findFirst()
        .ifPresent(first -> writeShared(types(first, wrappers)));
    if (!wrappers.libraries().isEmpty()) {
      String text =
          wrappers.libraries().stream().map(name -> name + "\n").collect(Collectors.joining());
      report(output.write(index(), text, List.of()));
    }
  }

  private static List<TypeElement> types(WrapperSpec wrapper, Wrappers wrappers) {
    return wrapper.procedures().stream()
        .flatMap(procedure -> Stream.ofNullable(wrappers.procedures().get(procedure)))
        .map(IoProcDeclaration::type)
        .toList();
  }

  private boolean write(WrapperSpec wrapper, List<TypeElement> origins) {
    return NativeSources.of(wrapper).entrySet().stream()
        .allMatch(
            file ->
                report(
                    output.write(
                        resource(origins, wrapper.name() + "/" + file.getKey()),
                        file.getValue(),
                        origins)));
  }

  private void writeShared(List<TypeElement> origins) {
    NativeSources.shared()
        .forEach(
            (file, text) ->
                report(
                    output.write(
                        resource(origins, NativeSources.SHARED_FOLDER + "/" + file),
                        text,
                        List.of())));
  }

  /** Reports a problem, if any. Returns true if there is none. */
  private boolean report(Optional<Problem> problem) {
    problem.ifPresent(reporter::report);
    return problem.isEmpty();
  }

  private Output.Resource resource(List<TypeElement> origins, String path) {
    String module =
        origins.stream()
            .map(elements::getModuleOf)
            .filter(Objects::nonNull)
            .map(found -> found.getQualifiedName().toString())
            .findFirst()
            .orElse("");
    return target == Options.NativeTarget.HEADERS
        ? new Output.Resource(StandardLocation.NATIVE_HEADER_OUTPUT, module, path)
        : new Output.Resource(StandardLocation.CLASS_OUTPUT, module, FOLDER + path);
  }

  private static Output.Resource index() {
    return new Output.Resource(StandardLocation.CLASS_OUTPUT, "", FOLDER + "libraries");
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
