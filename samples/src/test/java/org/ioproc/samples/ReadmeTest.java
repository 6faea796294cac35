package org.ioproc.samples;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, and what it says is generated is. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");

  private static final Pattern BLOCK =
      Pattern.compile("(?:<!-- generated: (\\S+) -->\n\n)?```(\\w+)\n(.*?)```", Pattern.DOTALL);

  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?final class (\\w+)");

  private static final String IMPORTS =
      """
      import java.io.IOException;
      import java.nio.ByteBuffer;
      import java.nio.file.Path;
      import org.ioproc.*;
      import org.ioproc.mmio.*;
      """;

  @TempDir Path folder;

  @Test
  @Tag("not-in-wine") // The runtimes there have no compiler.
  void everyJavaSnippetCompilesAndEveryGeneratedOneIsGenerated() throws Exception {
    List<Block> blocks = blocks();
    compile(writeSources(blocks));
    List<Block> generated = blocks.stream().filter(block -> !block.generated().isEmpty()).toList();
    assertThat(generated).isNotEmpty();
    for (Block block : generated) {
      assertWithMessage(block.generated())
          .that(Files.readString(find(block.generated())))
          .contains(block.text());
    }
  }

  @Test
  void theMavenSnippetIsTheProjectsOwnVersion() throws Exception {
    String version = version(Files.readString(Path.of("..", "pom.xml")));
    List<Block> poms = blocks().stream().filter(block -> block.language().equals("xml")).toList();
    assertThat(poms).isNotEmpty();
    for (Block pom : poms) {
      String xml = "<project>" + pom.text() + "</project>";
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
      assertThat(version(pom.text())).isEqualTo(version);
    }
    assertThat(Files.readString(README)).contains("'org.ioproc:ioproc-runtime:" + version + "'");
  }

  private static String version(String pom) {
    Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(pom);
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  private List<Path> writeSources(List<Block> blocks) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Block block : blocks) {
      if (block.isSource()) {
        sources.add(write(block.text(), sources.size()));
      }
    }
    assertThat(sources).isNotEmpty();
    return sources;
  }

  /** A class is a file; statements become a method's body. */
  private Path write(String text, int number) throws IOException {
    Matcher declared = CLASS.matcher(text);
    String name = declared.find() ? declared.group(1) : "Snippet" + number;
    String body =
        name.startsWith("Snippet")
            ? "final class " + name + " { static void run() throws Exception {\n" + text + "} }"
            : text;
    return Files.writeString(folder.resolve(name + ".java"), IMPORTS + body);
  }

  private void compile(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assumeTrue(compiler != null, "this runtime has a compiler");
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-processor",
              "org.ioproc.processor.IoProcProcessor",
              "-Xlint:all,-processing,-options",
              "-Werror",
              "--release",
              "17",
              "-d",
              folder.toString());
      boolean success =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertWithMessage("%s", messages).that(success).isTrue();
    }
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

    /** A module is compiled by a set-up, with the classes that it provides. */
    boolean isSource() {
      return language.equals("java") && generated.isEmpty() && !text.startsWith("module ");
    }
  }
}
