package org.ioproc.documentation;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the guide's snippets against the set-ups, and its quotations against the library. */
class GuideTest {

  private static final Path GUIDE = Path.of("GUIDE.md");

  private static final Pattern SNIPPET =
      Pattern.compile("<!-- from: (\\S+) -->\n\n```\\w+\n(.*?)```", Pattern.DOTALL);

  /** Matches a row of the table of installAll()'s messages, which are in backticks. */
  private static final Pattern QUOTED =
      Pattern.compile("(?m)^\\| (?:warning|`MmioException`:) `([^`]+)` \\|");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");

  @Test
  void everySnippetIsPartOfASetUp() throws IOException {
    List<MatchResult> snippets = SNIPPET.matcher(Files.readString(GUIDE)).results().toList();
    assertThat(snippets).isNotEmpty();
    for (MatchResult snippet : snippets) {
      assertWithMessage(snippet.group(1))
          .that(withoutMargins(Files.readString(Path.of(snippet.group(1)))))
          .contains(withoutMargins(snippet.group(2)));
    }
  }

  @Test
  void everyQuotationIsInTheLibrary() throws IOException {
    String library = library();
    List<MatchResult> quotes = QUOTED.matcher(Files.readString(GUIDE)).results().toList();
    assertThat(quotes.size()).isAtLeast(5);
    for (MatchResult quote : quotes) {
      assertThat(library).contains(quote.group(1).replace("…", "").strip());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GUIDE.md", "TESTING.md", "BENCHMARKS.md", "../README.md", "../CHANGELOG.md"})
  void everyLinkLeadsSomewhere(String page) throws IOException {
    Path file = Path.of(page);
    List<MatchResult> links = LINK.matcher(Files.readString(file)).results().toList();
    assertThat(links).isNotEmpty();
    for (MatchResult link : links) {
      if (!link.group(1).startsWith("https:")) {
        Path target = link.group(1).isEmpty() ? file : file.resolveSibling(link.group(1));
        assertWithMessage(link.group()).that(Files.exists(target)).isTrue();
        if (link.group(2) != null) {
          assertWithMessage(link.group()).that(anchors(target)).contains(link.group(2));
        }
      }
    }
  }

  /** Returns the anchors that renderers of Markdown create for the headings. */
  private static List<String> anchors(Path page) throws IOException {
    return Files.readString(page)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .toList();
  }

  private static String withoutMargins(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String library() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("..", "runtime/src/main/java/org/ioproc"))) {
      StringBuilder text = new StringBuilder();
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(source));
      }
      return text.toString();
    }
  }
}
