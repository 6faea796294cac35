package org.ioproc.documentation;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the page of benchmarks gives a command for each benchmark. */
class BenchmarksTest {

  private static final Path PAGE = Path.of("BENCHMARKS.md");
  private static final Path PROGRAMS = Path.of("src/test/java/org/ioproc/bench");

  /** The benchmark that {@code -Pbench} runs by default, in samples/pom.xml. */
  private static final Pattern DEFAULT = Pattern.compile("<bench.class>(\\w+)</bench.class>");

  private static final Pattern CHOSEN = Pattern.compile("-Dbench\\.class=(\\w+)");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");

  @Test
  void everyBenchmarkHasItsCommand() throws IOException {
    Set<String> run = found(CHOSEN, PAGE);
    run.addAll(found(DEFAULT, Path.of("pom.xml")));
    try (Stream<Path> programs = Files.list(PROGRAMS)) {
      assertThat(run)
          .containsExactlyElementsIn(
              programs
                  .map(program -> program.getFileName().toString().replace(".java", ""))
                  .filter(name -> name.endsWith("Benchmark"))
                  .toList());
    }
  }

  @Test
  void everySectionHasACommand() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains("mvn -q -Pbench -DskipTests package exec:exec\n");
    for (String section : page.split("(?m)(?=^## )")) {
      if (SECTION.matcher(section).find()) {
        assertWithMessage(section).that(section).contains("```sh\n");
      }
    }
  }

  private static Set<String> found(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
