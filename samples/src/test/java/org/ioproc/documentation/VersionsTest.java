package org.ioproc.documentation;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the documentation names the version that the parent's pom has. */
class VersionsTest {

  /** Matches coordinates in a pom, those of Gradle, and the names of jars. */
  private static final Pattern ARTIFACT =
      Pattern.compile(
          "<artifactId>ioproc-[a-z-]+</artifactId>\\s*<version>([^<$]+)</version>"
              + "|\\bioproc-[a-z-]+[a-z][:-]([0-9][\\w.-]*?)(?=\\.jar|['`])");

  @ParameterizedTest
  @ValueSource(strings = {"../README.md", "GUIDE.md", "REMOTE.md"})
  void everyArtifactHasTheVersion(String page) throws IOException {
    List<MatchResult> artifacts =
        ARTIFACT.matcher(Files.readString(Path.of(page))).results().toList();
    assertThat(artifacts).isNotEmpty();
    for (MatchResult artifact : artifacts) {
      String version = artifact.group(1) == null ? artifact.group(2) : artifact.group(1);
      assertWithMessage(artifact.group()).that(version).isEqualTo(property("revision"));
    }
  }

  @Test
  void theReadmeHasTheSnippetForGradle() throws IOException {
    assertThat(Files.readString(Path.of("..", "README.md")))
        .contains("'org.ioproc:ioproc-runtime:" + property("revision") + "'");
  }

  @Test
  void theChangelogBeginsWithTheVersionAndItsDate() throws IOException {
    String changelog = Files.readString(Path.of("..", "CHANGELOG.md"));
    String date = property("project.build.outputTimestamp").substring(0, "2026-11-27".length());
    assertThat(changelog.lines().filter(line -> line.startsWith("## ")).findFirst().orElseThrow())
        .isEqualTo("## " + property("revision") + " (" + date + ")");
  }

  private static String property(String name) throws IOException {
    String pom = Files.readString(Path.of("..", "pom.xml"));
    return Pattern.compile("<" + name + ">([^<]+)</" + name + ">")
        .matcher(pom)
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }
}
