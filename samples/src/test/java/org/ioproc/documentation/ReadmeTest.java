package org.ioproc.documentation;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the README's snippets compile, and that its generated code is up to date. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");

  private static final Pattern BLOCK =
      Pattern.compile("(?:<!-- generated: (\\S+) -->\n\n)?```(\\w+)\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  @Tag("not-in-wine") // The Java runtimes there have no compiler.
  void everyJavaSnippetCompilesAndEveryGeneratedOneIsGenerated() throws Exception {
    List<Block> blocks = blocks();
    compileJava(blocks);
    List<Block> generated = blocks.stream().filter(block -> !block.generated().isEmpty()).toList();
    assertThat(generated).isNotEmpty();
    for (Block block : generated) {
      assertWithMessage(block.generated())
          .that(Files.readString(find(block.generated())))
          .contains(block.text());
    }
  }

  @Test
  void theMavenSnippetsAreXml() throws Exception {
    List<Block> poms = blocks().stream().filter(block -> block.language().equals("xml")).toList();
    assertThat(poms).isNotEmpty();
    for (Block pom : poms) {
      String xml = "<project>" + pom.text() + "</project>";
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private void compileJava(List<Block> blocks) throws IOException {
    Snippets snippets = new Snippets(folder);
    for (Block block : blocks) {
      if (block.isSource()) {
        snippets.add(block.text());
      }
    }
    snippets.compile();
  }

  private Path find(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(README));
    while (block.find()) {
      String generated = block.group(1) == null ? "" : block.group(1);
      blocks.add(new Block(generated, block.group(2), block.group(3)));
    }
    return blocks;
  }

  private record Block(String generated, String language, String text) {

    /** Leaves out module declarations: a set-up compiles them, with the classes that they name. */
    boolean isSource() {
      return language.equals("java") && generated.isEmpty() && !text.startsWith("module ");
    }
  }
}
