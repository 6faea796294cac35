package org.ioproc.documentation;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the snippets of the page about tests. */
class TestingSnippetsTest {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  @Tag("not-in-wine") // The Java runtimes there have no compiler.
  void everyJavaSnippetCompiles() throws Exception {
    List<MatchResult> blocks =
        JAVA.matcher(Files.readString(Path.of("TESTING.md"))).results().toList();
    assertThat(blocks.size()).isAtLeast(5);
    Snippets snippets = new Snippets(folder);
    for (MatchResult block : blocks) {
      snippets.add(block.group(1));
    }
    snippets.compile();
  }
}
