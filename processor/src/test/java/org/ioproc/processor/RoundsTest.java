package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.processor.support.Procedures.SERVICES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.ioproc.processor.support.OnDisk;
import org.ioproc.processor.support.Procedures;
import org.ioproc.processor.support.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Procedures that other processors generate, or for which they generate types. */
class RoundsTest {

  @TempDir Path folder;

  static Stream<JavaCompiler> compilers() {
    return Stream.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler());
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void generatedProcedureIsProcessedToo(JavaCompiler compiler) throws IOException {
    OnDisk project = new OnDisk(folder, compiler);
    project.processor(new ClassWriter("a.Two", Procedures.simple("Two", "2")));
    project.write("a/One.java", Procedures.simple("One", "1"));
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(project.output(SERVICES))
        .isEqualTo("a.OneInstaller$Provider\na.TwoInstaller$Provider\n");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void procedureWaitsForItsTypes(JavaCompiler compiler) throws IOException {
    OnDisk project = new OnDisk(folder, compiler);
    project.processor(
        new ClassWriter(
            "a.Base",
            Sources.inPackage(
                "a",
                "abstract class Base {\n @OnOpen byte[] open(OpenRequest r) { return null; } }")));
    project.write(
        "a/One.java",
        Sources.inPackage(
            "a", "@IoProc(\"1\") class One extends Base { @OnDelete void d(MmioName n) {} }"));
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(project.output("a/OneGlue.java")).contains("extends ChannelGlue");
    assertThat(project.output("a/OneGlue.java")).contains("procedure.d(file)");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void procedureWaitsForTheExceptionsOfItsConstructor(JavaCompiler compiler) throws IOException {
    OnDisk project = new OnDisk(folder, compiler);
    project.processor(new ClassWriter("a.Oops", "package a;\nclass Oops extends Exception {}\n"));
    project.write(
        "a/One.java",
        Procedures.simple("One", "1").replace("{\n  @", "{\n  One() throws Oops {}\n  @"));
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(project.output("a/OneInstaller.java")).contains("throws MmioException, Oops");
  }

  /** As in Eclipse, where Lombok is not a processor and causes no round. */
  @ParameterizedTest
  @MethodSource("compilers")
  void lombokAnnotationWithoutLombokDoesNotMatter(JavaCompiler compiler) throws IOException {
    OnDisk project = new OnDisk(folder, compiler);
    String source = Procedures.simple("One", "1").replace("@IoProc", "@lombok.ToString @IoProc");
    project.write("a/One.java", source);
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(project.output(SERVICES)).isEqualTo("a.OneInstaller$Provider\n");
    project.write("a/One.java", source.replace("Path open", "static Path open"));
    assertThat(project.compile("a/One.java").lines().filter(line -> line.startsWith("ERROR ")))
        .hasSize(1);
  }

  @Test
  void libraryWaitsForItsProcedures() throws IOException {
    OnDisk project = new OnDisk(folder, ToolProvider.getSystemJavaCompiler());
    project.processor(new ClassWriter("a.Two", Procedures.simple("Two", "2")));
    project.write("a/One.java", Procedures.simple("One", "1"));
    project.write("a/package-info.java", Procedures.library("media", "One", "Two"));
    assertThat(project.compile("a/One.java", "a/package-info.java")).isEmpty();
    assertThat(project.output("META-INF/ioproc/media/media.def")).contains("Two");
    assertThat(project.has("META-INF/ioproc/one")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void missingTypeIsReportedByTheCompilerOnly(JavaCompiler compiler) throws IOException {
    OnDisk project = new OnDisk(folder, compiler);
    project.write("a/One.java", Procedures.simple("One", "1").replace("Path open", "Pth open"));
    assertThat(project.compile("a/One.java")).doesNotContain("IOPROC");
    project.write(
        "a/One.java",
        Procedures.simple("One", "1").replace("{\n  @", "{\n  One() throws Missing {}\n  @"));
    assertThat(project.compile("a/One.java")).doesNotContain("IOPROC");
    project.write("a/One.java", Procedures.simple("One", "1").replace("\"1\"", "MISSING"));
    assertThat(project.compile("a/One.java")).doesNotContain("IOPROC");
    project.write("a/One.java", Procedures.simple("One", "1").replace("(\"1\")", ""));
    assertThat(project.compile("a/One.java")).doesNotContain("IOPROC");
    project.write("a/package-info.java", Procedures.library("media", "Missing"));
    assertThat(project.compile("a/package-info.java")).doesNotContain("IOPROC");
  }

  @Test
  void processingWithoutCompilationWritesTheSameFiles() throws IOException {
    OnDisk project = new OnDisk(folder, ToolProvider.getSystemJavaCompiler());
    project.write("a/One.java", Procedures.simple("One", "1"));
    assertThat(project.option("-proc:only").compile("a/One.java")).isEmpty();
    assertThat(project.has("a/OneGlue.java")).isTrue();
    assertThat(project.has("a/OneGlue.class")).isFalse();
    assertThat(project.output(SERVICES)).isEqualTo("a.OneInstaller$Provider\n");
  }

  /** A processor that writes one class in its first round. */
  @SupportedAnnotationTypes("*")
  private static final class ClassWriter extends AbstractProcessor {
    private final String name;
    private final String text;
    private boolean written;

    ClassWriter(String name, String text) {
      this.name = name;
      this.text = text;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!written) {
        written = true;
        try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
          writer.write(text);
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
      return false;
    }
  }
}
