package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ioproc.wrapper.Exports;
import org.ioproc.wrapper.NativeSources;
import org.ioproc.wrapper.ProcedureSpec;
import org.ioproc.wrapper.Way;
import org.ioproc.wrapper.WrapperSpec;
import org.junit.jupiter.api.Test;

/**
 * Checks every place that repeats the names or numbers of the wrapper's statuses against their
 * table.
 */
final class StatusesTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern NUMBER = Pattern.compile("=(200\\d\\d)\\b");

  private final Map<String, String> table =
      table(NativeSources.shared().get("ioproc_status.h"), "IOPROC");

  private static Map<String, String> table(String header, String prefix) {
    Map<String, String> statuses = new TreeMap<>();
    Matcher status =
        Pattern.compile("(?m)^/\\* (.+) \\*/\n#define " + prefix + "_E_(\\w+ \\d+)$")
            .matcher(header);
    while (status.find()) {
      statuses.put(status.group(2), status.group(1));
    }
    return statuses;
  }

  @Test
  void statusesHaveUniqueSentencesAndNumbers() {
    assertThat(table).isNotEmpty();
    assertThat(table.values()).containsNoDuplicates();
    assertThat(numbers()).containsNoDuplicates();
    long defined =
        NativeSources.shared()
            .get("ioproc_status.h")
            .lines()
            .filter(line -> line.startsWith("#define IOPROC_E_"))
            .count();
    assertThat(table).hasSize((int) defined);
  }

  @Test
  void aLibrarysHeaderHasTheTable() {
    ProcedureSpec procedure =
        new ProcedureSpec("AIoProc", "A   ", "AIoProcInstaller$Provider", "AIoProc");
    String header =
        NativeSources.of(Exports.all(new WrapperSpec("a-b", List.of(procedure))), Way.AUTO)
            .get("a-b.h");
    Map<String, String> expected = new TreeMap<>(table);
    expected.replaceAll((status, sentence) -> sentence.replace("LIBRARY.", "a-b."));
    assertThat(table(header, "A_B")).isEqualTo(expected);
  }

  @Test
  void theReadmeExplainsEachStatusAndNoOther() throws IOException {
    List<String> explained =
        Pattern.compile("`ZIPIOPROC_E_(\\w+)`")
            .matcher(Files.readString(ROOT.resolve("README.md")))
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    List<String> names = table.keySet().stream().map(status -> status.split(" ")[0]).toList();
    assertThat(explained).containsExactlyElementsIn(names);
  }

  @Test
  void scriptsExpectOnlyStatusesOfTheTable() throws IOException {
    try (Stream<Path> scripts = Files.walk(ROOT.resolve(".ci"))) {
      List<Path> found = scripts.filter(Files::isRegularFile).toList();
      assertThat(found).isNotEmpty();
      for (Path script : found) {
        assertWithMessage("%s", script)
            .that(numbers())
            .containsAtLeastElementsIn(
                NUMBER
                    .matcher(Files.readString(script))
                    .results()
                    .map(number -> number.group(1))
                    .distinct()
                    .toList());
      }
    }
  }

  private List<String> numbers() {
    return table.keySet().stream().map(status -> status.split(" ")[1]).toList();
  }
}
