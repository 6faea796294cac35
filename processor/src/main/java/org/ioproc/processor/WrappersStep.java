package org.ioproc.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.jspecify.annotations.Nullable;

/**
 * Brings the sources of native wrappers up to date. What has an {@code @IoProcLibrary} is written
 * down beside them: a compiler that hands over one changed procedure does not mention its library.
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

  /** What is to be written, after its problems have been told. */
  Wrappers validate(List<IoProcDeclaration> procedures, NavigableSet<String> compiled) {
    reporter.report(libraryValidator.validate(parse(compiled)));
    if (target == Options.NativeTarget.NONE) {
      return new Wrappers(List.of(), new TreeSet<>());
    }
    NavigableSet<String> libraries = new TreeSet<>(compiled);
    output.readLines(index()).stream().filter(this::isLibrary).forEach(libraries::add);
    List<Wrapper> wrappers = Wrapper.of(parse(libraries), procedures);
    reporter.report(wrapperValidator.validate(wrappers));
    return new Wrappers(wrappers, libraries);
  }

  void write(Wrappers wrappers) {
    for (Wrapper wrapper : wrappers.wrappers()) {
      if (!write(wrapper)) {
        return; // The others would fail for the same reason.
      }
    }
    if (!wrappers.wrappers().isEmpty()) {
      writeShared(wrappers.wrappers().get(0));
    }
    if (!wrappers.libraries().isEmpty()) {
      String text =
          wrappers.libraries().stream().map(name -> name + "\n").collect(Collectors.joining());
      report(output.write(index(), text, List.of()));
    }
  }

  private boolean write(Wrapper wrapper) {
    List<TypeElement> origins = wrapper.procedures().stream().map(IoProcDeclaration::type).toList();
    return NativeSources.of(wrapper.toNative()).entrySet().stream()
        .allMatch(
            file ->
                report(
                    output.write(
                        resource(wrapper, wrapper.name() + "/" + file.getKey()),
                        file.getValue(),
                        origins)));
  }

  private void writeShared(Wrapper first) {
    NativeSources.shared()
        .forEach(
            (file, text) ->
                report(
                    output.write(
                        resource(first, NativeSources.SHARED_FOLDER + "/" + file),
                        text,
                        List.of())));
  }

  /** Whether there was nothing to report. */
  private boolean report(Optional<Problem> problem) {
    problem.ifPresent(reporter::report);
    return problem.isEmpty();
  }

  private Output.Resource resource(Wrapper wrapper, String path) {
    String module =
        wrapper.procedures().stream()
            .map(procedure -> elements.getModuleOf(procedure.type()))
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

  /**
   * The wrappers of a compilation.
   *
   * @param wrappers all that are written
   * @param libraries the names of what has an {@code @IoProcLibrary}, now or earlier
   */
  record Wrappers(List<Wrapper> wrappers, NavigableSet<String> libraries) {}
}
