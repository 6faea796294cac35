package org.ioproc.contract;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ioproc.contract.Mistakes.Mistake;
import org.ioproc.testing.Promise;
import org.junit.jupiter.api.Test;

/** Checks the tables of promises and mistakes in the page about tests. */
class TestingPageTest {

  private static final Path SOURCES = Path.of("src/test/java/org/ioproc/contract");

  /** {@code -Dgolden.update=true} rewrites the tables. */
  @Test
  void theTablesAreUpToDate() throws IOException {
    String page = Files.readString(MistakeTable.PAGE);
    String expected = with("mistakes", mistakes(), with("promises", promises(), page));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(MistakeTable.PAGE, expected);
    }
    assertThat(Files.readString(MistakeTable.PAGE)).isEqualTo(expected);
  }

  private static String with(String name, String table, String page) {
    String start = "<!-- " + name + " -->\n";
    int from = page.indexOf(start) + start.length();
    return page.substring(0, from)
        + '\n'
        + table
        + '\n'
        + page.substring(page.indexOf("<!-- end -->", from));
  }

  private static String promises() {
    return "| promise | if it is broken |\n|---|---|\n"
        + Stream.of(Promise.values())
            .map(
                promise ->
                    "| `%s`: %s | %s |\n".formatted(promise, promise.text(), promise.consequence()))
            .collect(Collectors.joining());
  }

  /** Leaves what the contract says as it is; {@link FoundMistakesTest} checks that. */
  private String mistakes() throws IOException {
    String sources = sources();
    StringBuilder rows = new StringBuilder();
    for (Mistake mistake :
        new Mistakes(ContractFiles.create(Path.of("target", "mistakes"))).all()) {
      rows.append(row(mistake, sources));
    }
    return "| procedure | its mistake | breaks | what was asked | what came |\n"
        + "|---|---|---|---|---|\n"
        + rows;
  }

  private static String row(Mistake mistake, String sources) throws IOException {
    String name = mistake.name();
    return "| `%s` | %s | `%s` | %s |\n"
        .formatted(name, description(name, sources), mistake.breaks(), MistakeTable.listed(name));
  }

  /** Returns the comment of a class. */
  private static String description(String name, String sources) {
    Matcher comment =
        Pattern.compile(
                "/\\*\\* ([^*]+)\\. \\*/\\n(?:  @.*\\n)+  public (?:static final class|record) "
                    + name
                    + "\\b")
            .matcher(sources);
    assertThat(comment.find()).isTrue();
    return comment.group(1).replaceAll("\\{@code (@?\\w+)}", "`$1`");
  }

  private static String sources() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String name :
        List.of("Misopened", "Misread", "Shared", "Leftover", "Miswritten", "Failed")) {
      sources.append(Files.readString(SOURCES.resolve(name + "Sounds.java")));
    }
    return sources.toString();
  }
}
