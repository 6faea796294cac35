package org.ioproc.processor;

import com.squareup.javapoet.JavaFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;
import org.jspecify.annotations.Nullable;

/** Writes files through the compiler, and returns failures as problems. */
final class Output {

  private final Filer filer;

  Output(Filer filer) {
    this.filer = filer;
  }

  Optional<Problem> write(JavaFile file, Place place) {
    try {
      file.writeTo(filer);
      return Optional.empty();
    } catch (IOException | RuntimeException failure) {
      return Optional.of(
          failed(Rule.OUTPUT_FAILED, file.toJavaFileObject().getName(), place, failure));
    }
  }

  Optional<Problem> write(Resource resource, String text, Collection<? extends Element> origins) {
    try {
      FileObject file =
          resource.open(
              module ->
                  filer.createResource(
                      resource.location(),
                      module,
                      resource.path(),
                      origins.toArray(Element[]::new)));
      try (OutputStream stream = file.openOutputStream()) {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return Optional.empty();
    } catch (IOException | RuntimeException failure) {
      boolean isLocationMissing =
          resource.location() == StandardLocation.NATIVE_HEADER_OUTPUT
              && failure instanceof RuntimeException;
      Rule rule = isLocationMissing ? Rule.HEADER_OUTPUT_MISSING : Rule.OUTPUT_FAILED;
      return Optional.of(failed(rule, resource.path(), Place.NOWHERE, failure));
    }
  }

  /** Returns the name of an element's module, empty for the unnamed one and without an element. */
  static String module(Elements elements, @Nullable Element element) {
    ModuleElement module = element == null ? null : elements.getModuleOf(element);
    return module == null ? "" : module.getQualifiedName().toString();
  }

  /** Returns the lines that an earlier compilation wrote, or an empty list. */
  List<String> readLines(Resource resource) {
    return read(resource).stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Returns the text that an earlier compilation or another tool wrote, if any. */
  Optional<String> read(Resource resource) {
    try {
      FileObject file =
          resource.open(module -> filer.getResource(resource.location(), module, resource.path()));
      try (InputStream stream = file.openInputStream()) {
        return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException | RuntimeException missing) { // Its type depends on the compiler.
      return Optional.empty();
    }
  }

  /**
   * Returns the names of the files and folders that are beside a resource, in lower case, because
   * file systems may ignore the case. Returns nothing if the compiler does not say where they are.
   */
  Optional<Set<String>> siblings(Resource resource) {
    try {
      Path folder =
          Path.of(
                  resource
                      .open(
                          module -> filer.getResource(resource.location(), module, resource.path()))
                      .toUri())
              .getParent();
      if (folder == null || Files.notExists(folder)) {
        return Optional.of(Set.of());
      }
      try (Stream<Path> files = Files.list(folder)) {
        return Optional.of(
            files
                .map(file -> file.toFile().getName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
      }
    } catch (IOException | RuntimeException unknown) { // Such as a file in memory.
      return Optional.empty();
    }
  }

  private static Problem failed(Rule rule, String name, Place place, Exception failure) {
    return new Problem(rule, place, name + " " + why(failure) + ".");
  }

  private static String why(Exception failure) {
    if (failure instanceof RuntimeException) {
      return "was refused by the compiler";
    }
    return failure instanceof FilerException ? "exists already" : "failed with " + failure;
  }

  /**
   * A generated file other than a Java source.
   *
   * @param location the compiler's output folder
   * @param module the name of its module, or ""
   * @param path its path in that folder
   */
  record Resource(StandardLocation location, String module, String path) {

    /**
     * Opens the file in the module's folder, or without a module if that fails. Only a compilation
     * of several modules has such folders, and the compiler does not say whether this is one.
     */
    FileObject open(Opening opening) throws IOException {
      if (module.isEmpty()) {
        return opening.open("");
      }
      try {
        return opening.open(module + "/");
      } catch (IOException | RuntimeException singleModule) {
        return opening.open("");
      }
    }
  }

  /** Opens a file, given a module's folder such as "com.example/", or "". */
  interface Opening {
    FileObject open(CharSequence module) throws IOException;
  }
}
