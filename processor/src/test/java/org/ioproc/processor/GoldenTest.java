package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.ioproc.processor.support.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares all generated files with {@code golden/<case>/expected}. To accept the current ones, run
 * {@code mvn test -Dgolden.update=true} and read the difference.
 */
class GoldenTest {

  private static final Path GOLDEN = Golden.FOLDER;

  /** Makes NullAway treat the package as null-marked. */
  private static final String NULL_MARKED =
      "-XepOpt:NullAway:AnnotatedPackages=com.example -XepOpt:NullAway:AcknowledgeRestrictiveAnnotations=true";

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatedFilesEqualTheGoldenOnes(String name) throws IOException {
    Path folder = GOLDEN.resolve(name);
    SortedMap<String, String> generated = generate(folder.resolve("input"));
    SortedMap<String, String> expected = Golden.expected(folder.resolve("expected"), generated);
    assertThat(generated.keySet()).containsExactlyElementsIn(expected.keySet());
    generated.forEach(
        (file, text) -> assertWithMessage(file).that(text).isEqualTo(expected.get(file)));
  }

  /** Authors compile generated code with their own warnings turned on. */
  @ParameterizedTest
  @MethodSource("cases")
  void generatedCodeCausesNoWarnings(String name) throws IOException {
    Path input = GOLDEN.resolve(name).resolve("input");
    List<String> reported =
        compile(input, List.of("-Xlint:all", "-Xdoclint:all")).diagnostics().stream()
            .filter(one -> one.getSource() != null)
            .filter(one -> one.getSource().getName().contains("SOURCE_OUTPUT"))
            .map(Object::toString)
            .toList();
    assertThat(reported).isEmpty();
  }

  private static Compilation compile(Path input, List<String> options) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (Path source : Golden.files(input)) {
      sources.add(JavaFileObjects.forResource(source.toUri().toURL()));
    }
    return Compiler.javac()
        .withProcessors(new IoProcProcessor())
        .withOptions(options)
        .compile(sources);
  }

  private static SortedMap<String, String> generate(Path input) throws IOException {
    Compilation compilation = compile(input, options());
    CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
    SortedMap<String, String> generated = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      String name = file.getName().replaceFirst("^/?(SOURCE|CLASS)_OUTPUT/", "");
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        text(file).ifPresent(text -> generated.put(name, text));
      }
    }
    return generated;
  }

  /** Returns options that turn on all checks, on the newest JDK also those of Error Prone. */
  private static List<String> options() {
    List<String> options =
        new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror", "-Xdoclint:all/protected"));
    if (Boolean.getBoolean("golden.errorprone")) {
      options.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
      options.add("-XDcompilePolicy=simple");
      options.add("--should-stop=ifError=FLOW");
      options.add("-XDaddTypeAnnotationsToSymbol=true");
      options.add("-Xplugin:ErrorProne -Xep:DefaultPackage:OFF -Xep:NullAway:ERROR " + NULL_MARKED);
    }
    return options;
  }

  /** compile-testing also lists files that the processor looked for and did not find. */
  private static Optional<String> text(JavaFileObject file) throws IOException {
    try (InputStream stream = file.openInputStream()) {
      return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException neverWritten) {
      return Optional.empty();
    }
  }
}
