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

/** Each row of the table, with what winmm did for its example as it was recorded under Wine. */
final class DifferenceTest {

  private static final Path DOCUMENTATION =
      Path.of("src/main/java/org/ioproc/internal/embedded/package-info.java");

  @TempDir Path folder;

  static List<Example> examples() throws IOException {
    return Example.all();
  }

  @Test
  void everyRowHasAnExample() throws IOException {
    assertThat(examples().stream().map(Example::difference).distinct().toList())
        .containsExactlyElementsIn(Difference.values())
        .inOrder();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExampleShowsItAndNothingElse(Example example) throws IOException {
    Map<Program, List<Step>> recorded = Traces.read(Traces.EXAMPLES);
    assertThat(recorded).containsKey(example.program());
    List<Step> winmm = recorded.get(example.program());
    List<Step> embedded = Execution.careful(EmbeddedMmio.straight(), folder).run(example.program());
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
    List<Step> steps = Execution.bold(EmbeddedMmio.straight(), folder).run(program);
    Step last = steps.get(program.calls().size());
    assertThat(Outcome.of(program.setup(), last)).isEqualTo(example.outcome());
    assertThat(Documented.check(program, steps)).isNull();
  }

  @Test
  void thePackageDocumentationHasTheSameTable() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (Difference difference : Difference.values()) {
      rows.append(" * <tr><td>").append(String.join("<td>", difference.cells())).append("\n");
    }
    String documentation = Files.readString(DOCUMENTATION);
    assertThat(table(documentation)).isEqualTo(table("<caption>" + rows + "</table>"));
  }

  /** The rows, without what a formatter changes. */
  private static String table(String text) {
    String rows = text.substring(text.indexOf("<tr><td>"), text.indexOf("</table>"));
    return rows.replaceAll("[*\\s]+", " ").replaceAll(" ?(</?t[rdh]>) ?", "$1").trim();
  }
}
