package org.ioproc.documentation;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles the examples in the Javadoc of the public types and their packages. */
class JavadocTest {

  /** The types that need an example, beside the annotations and the package. */
  private static final Set<String> SHOWN =
      Set.of(
          "FourCc.java",
          "InstalledIoProc.java",
          "MmioException.java",
          "MmioMessage.java",
          "MmioName.java",
          "OpenRequest.java",
          "package-info.java");

  private static final Path SOURCES = Path.of("..", "runtime/src/main/java/org/ioproc");

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* }</pre>", Pattern.DOTALL);

  private static final Pattern MARGIN = Pattern.compile("(?m)^ *\\* ?");

  @TempDir Path folder;

  static Stream<Path> everyExampleCompiles() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES);
        Stream<Path> client = Files.list(SOURCES.resolve("mmio"));
        Stream<Path> testing = Files.list(SOURCES.resolve("testing"));
        Stream<Path> doctor = Files.list(SOURCES.resolve("doctor"))) {
      List<Path> documented =
          Stream.of(files, client, testing, doctor)
              .flatMap(Function.identity())
              .filter(JavadocTest::hasOrNeedsExamples)
              .sorted()
              .toList();
      assertThat(documented.size())
          // Eleven annotations, the client side, testing, and the doctor.
          .isAtLeast(11 + SHOWN.size() + 8 + 3 + 2);
      return documented.stream();
    }
  }

  @ParameterizedTest
  @MethodSource
  @Tag("not-in-wine") // The Java runtimes there have no compiler.
  void everyExampleCompiles(Path source) throws IOException {
    List<String> examples = examples(source);
    String name = source.getFileName().toString().replace(".java", "");
    assertWithMessage("examples of %s", name).that(examples).isNotEmpty();
    if (isAnnotation(source)) {
      assertWithMessage("examples of %s", name)
          .that(String.join("", examples))
          .containsMatch("@" + name + "\\b");
    }
    Snippets snippets = new Snippets(folder);
    for (String example : examples) {
      snippets.add(example);
    }
    snippets.compile();
  }

  private static boolean hasOrNeedsExamples(Path source) {
    return Files.isRegularFile(source)
        && (isAnnotation(source)
            || SHOWN.contains(source.getFileName().toString())
            || !examples(source).isEmpty());
  }

  private static boolean isAnnotation(Path source) {
    return read(source).contains("public @interface ");
  }

  private static List<String> examples(Path source) {
    return EXAMPLE
        .matcher(read(source))
        .results()
        .map(example -> MARGIN.matcher(example.group(1)).replaceAll("") + "\n")
        .toList();
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
