package org.ioproc.processor;

import com.squareup.javapoet.JavaFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes files through the compiler. What fails comes back as a problem. */
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
      return Optional.of(failed(file.packageName + "." + file.typeSpec.name, place, failure));
    }
  }

  Optional<Problem> write(Resource resource, String text, Collection<? extends Element> origins) {
    try {
      FileObject file =
          filer.createResource(
              resource.location(),
              resource.modulePrefix(),
              resource.path(),
              origins.toArray(Element[]::new));
      try (OutputStream stream = file.openOutputStream()) {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return Optional.empty();
    } catch (IOException | RuntimeException failure) {
      return Optional.of(failed(resource.path(), Place.NOWHERE, failure));
    }
  }

  /** The lines that an earlier compilation left, or none. */
  List<String> readLines(Resource resource) {
    try {
      FileObject file =
          filer.getResource(resource.location(), resource.modulePrefix(), resource.path());
      try (var stream = file.openInputStream()) {
        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        return new ArrayList<>(text.lines().map(String::strip).filter(s -> !s.isEmpty()).toList());
      }
    } catch (IOException | RuntimeException missing) { // Compilers differ in what they throw.
      return List.of();
    }
  }

  private static Problem failed(String name, Place place, Exception failure) {
    return new Problem(
        Rule.OUTPUT_FAILED, place, name + " could not be written: " + failure.getMessage() + ".");
  }

  /**
   * A file that is not Java.
   *
   * @param location the compiler's folder
   * @param modulePrefix the module in it, or nothing
   * @param path where in there
   */
  record Resource(StandardLocation location, String modulePrefix, String path) {}
}
