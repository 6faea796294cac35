package org.ioproc.differential;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests each difference with examples, against what winmm did under Wine. */
final class DifferenceTest {

  @TempDir Path folder;

  static List<Example> examples() throws IOException {
    return Example.all();
  }

  static List<Difference> differences() {
    return Difference.all();
  }

  @Test
  void everyDifferenceHasAnExample() throws IOException {
    assertThat(examples().stream().map(Example::difference).distinct().toList())
        .containsExactlyElementsIn(Difference.all())
        .inOrder();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleShowsItsDifferenceAndNoOther(Example example) throws IOException {
    Map<Program, List<Step>> recorded = Traces.read(Traces.EXAMPLES);
    assertThat(recorded).containsKey(example.program());
    List<Step> winmm = recorded.get(example.program());
    List<Step> embedded = Execution.careful(EmbeddedMmio.direct(), folder).run(example.program());
    assertThat(embedded).isNotEqualTo(winmm);
    Comparison comparison = Comparison.of(example.program(), winmm, embedded);
    Difference difference = example.difference();
    assertWithMessage("%s", comparison)
        .that(comparison.differences())
        .containsExactlyElementsIn(difference.isLeftOut() ? List.of() : List.of(difference));
    assertThat(comparison.mismatch()).isNull();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theEmbeddedManagerDoesWhatIsDocumented(Example example) throws IOException {
    Program program = example.program();
    List<Step> steps = Execution.bold(EmbeddedMmio.direct(), folder).run(program);
    Step last = steps.get(program.calls().size());
    assertThat(Outcome.of(program.setup(), last)).isEqualTo(example.outcome());
    assertThat(Documented.check(program, steps)).isNull();
  }

  @ParameterizedTest
  @MethodSource("differences")
  void aRowIsWellFormed(Difference difference) {
    Difference.Row row = difference.row();
    String name = difference.name();
    assertWithMessage(name)
        .that(row.documented())
        .matches("(mmio\\w+ function|MMIOINFO structure): \\S.*");
    assertWithMessage(name).that(row.why()).matches("[A-Z].*\\.");
    for (String cell : List.of(row.when(), row.winmm(), row.documented(), row.here())) {
      assertWithMessage(name).that(cell).matches("[^|]*[^|.]");
    }
  }

  /** {@code -Dgolden.update=true} rewrites the page. */
  @Test
  void thePageHasEveryDifference() throws IOException {
    String expected = DifferencesPage.text();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DifferencesPage.FILE, expected);
    }
    assertThat(Files.readString(DifferencesPage.FILE)).isEqualTo(expected);
  }
}
