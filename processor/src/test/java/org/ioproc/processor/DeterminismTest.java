package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.ioproc.processor.support.Golden;
import org.ioproc.processor.support.OnDisk;
import org.ioproc.processor.support.Procedures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources always generate the same bytes. */
class DeterminismTest {

  private static final String XYZ = "com/example/XyzIoProc.java";

  @TempDir Path folder;

  @Test
  void orderOfSourcesDoesNotMatter() throws IOException {
    Map<String, String> expected = generate("first", javac(), false);
    assertThat(generate("second", javac(), true)).isEqualTo(expected);
  }

  @Test
  void compilerDoesNotMatter() throws IOException {
    Map<String, String> expected = generate("first", javac(), false);
    assertThat(generate("second", new EclipseCompiler(), false)).isEqualTo(expected);
  }

  @Test
  void localeDoesNotMatter() throws IOException {
    Map<String, String> expected = generate("first", javac(), false);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(generate("second", javac(), false)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void encodingOfSourcesDoesNotMatter() throws IOException {
    Map<String, String> expected = generate("first", javac(), false);
    assertThat(generate("second", javac(), false, "-encoding", "ISO-8859-1")).isEqualTo(expected);
  }

  @Test
  void namesOfParametersAndCommentsDoNotMatter() throws IOException {
    String source = Golden.input("own/input/" + XYZ);
    String other =
        source
            .replaceAll("(?s)/\\*\\*.*?\\*/", "")
            .replace("XyzFile file", "XyzFile handle")
            .replace("ByteBuffer buffer", "ByteBuffer memory")
            .replace("buffer.", "memory.")
            .replace("MmioMessage message", "MmioMessage sent")
            .replace("return message.", "return sent.");
    assertThat(compile("first", source)).isEqualTo(compile("second", other));
  }

  private Map<String, String> compile(String name, String xyz) throws IOException {
    OnDisk project = new OnDisk(folder.resolve(name), javac()).write(XYZ, xyz);
    assertThat(project.compile(XYZ)).isEmpty();
    return project.generated();
  }

  private Map<String, String> generate(
      String name, JavaCompiler compiler, boolean reversed, String... options) throws IOException {
    OnDisk project = new OnDisk(Files.createDirectory(folder.resolve(name)), compiler);
    project.option(options);
    project.write(XYZ, Golden.input("own/input/" + XYZ));
    project.write("a/Five.java", Procedures.simple("Five", "5"));
    project.write("a/IoIi.java", Procedures.simple("IoIi", "6"));
    project.write("a/package-info.java", Procedures.library("media", "IoIi", "Five"));
    String[] files =
        reversed
            ? new String[] {"a/package-info.java", "a/IoIi.java", "a/Five.java", XYZ}
            : new String[] {XYZ, "a/Five.java", "a/IoIi.java", "a/package-info.java"};
    assertThat(project.compile(files)).isEmpty();
    return project.generated();
  }

  private static JavaCompiler javac() {
    return ToolProvider.getSystemJavaCompiler();
  }
}
