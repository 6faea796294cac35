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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the table, with what winmm did for its example as it was recorded under Wine. */
final class DifferenceTest {

  private static final Path DOCUMENTATION =
      Path.of("src/main/java/org/ioproc/internal/embedded/package-info.java");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theExampleShowsIt(Difference difference) throws IOException {
    Program example = difference.example();
    Map<Program, List<Step>> recorded = Traces.read(Traces.EXAMPLES);
    assertThat(recorded).containsKey(example);
    List<Step> winmm = recorded.get(example);
    List<Step> embedded = new Execution(EmbeddedMmio.straight(), folder).run(example);
    assertThat(embedded).isNotEqualTo(winmm);
    Comparison comparison = Comparison.of(example, winmm, embedded);
    assertWithMessage("%s", comparison)
        .that(comparison.difference())
        .isEqualTo(difference.isLeftOut() ? null : difference);
    assertThat(comparison.mismatch()).isNull();
  }

  /** The last call's result and messages, as the documentation has them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          TOLD_WRITE;        262; SEEK 0,0 @0=0, WRITE 3 @0=-1
          TOLD_READ;          -1; READ 8 @0=-1, SEEK 0,0 @0=0
          FLUSHED_REFILL;      9; SEEK 0,0 @0=0, WRITE 8 @8=8, READ 8 @16=8, SEEK 16,0 @16=16
          WHOLE_FLUSH;         0; SEEK 0,0 @0=0, WRITE 7 @7=7
          """)
  void theEmbeddedManagerFollowsTheDocumentation(
      Difference difference, long result, String messages) throws IOException {
    List<Step> steps = new Execution(EmbeddedMmio.straight(), folder).run(difference.example());
    Step last = steps.get(difference.example().calls().size());
    assertThat(last.result()).isEqualTo(result);
    assertThat(String.join(", ", last.messages())).isEqualTo(messages == null ? "" : messages);
  }

  @Test
  void thePackageDocumentationHasTheSameTable() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (Difference difference : Difference.values()) {
      rows.append(" * <tr><td>").append(difference).append("<td>").append(difference.rule());
      rows.append("<td>").append(difference.source()).append("\n");
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
