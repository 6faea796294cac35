package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.processor.support.Procedures.SERVICES;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.ioproc.processor.support.Golden;
import org.ioproc.processor.support.OnDisk;
import org.ioproc.processor.support.Procedures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compilations of changed types only, as build systems and IDEs run them. */
class IncrementalTest {

  private static final String DEFINITIONS = "META-INF/ioproc/one/one.def";

  @TempDir Path folder;

  static Stream<JavaCompiler> compilers() {
    return Stream.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler());
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void servicesKeepOtherProceduresAndDropDeletedOnes(JavaCompiler compiler) throws IOException {
    OnDisk project = twoProcedures(compiler);
    assertThat(project.output(SERVICES))
        .isEqualTo("a.OneInstaller$Provider\na.TwoInstaller$Provider\n");

    project.write("a/Three.java", Procedures.simple("Three", "3"));
    assertThat(project.compile("a/Three.java")).isEmpty();
    assertThat(project.output(SERVICES))
        .isEqualTo("a.OneInstaller$Provider\na.ThreeInstaller$Provider\na.TwoInstaller$Provider\n");

    project.delete("a/Two.class");
    assertThat(project.compile("a/Three.java")).isEmpty();
    assertThat(project.output(SERVICES))
        .isEqualTo("a.OneInstaller$Provider\na.ThreeInstaller$Provider\n");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void servicesDropAClassThatIsNoLongerAProcedure(JavaCompiler compiler) throws IOException {
    OnDisk project = twoProcedures(compiler);
    project.write("a/One.java", "package a; class One {}");
    assertThat(project.compile("a/One.java", "a/Two.java")).isEmpty();
    assertThat(project.output(SERVICES)).isEqualTo("a.TwoInstaller$Provider\n");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void servicesDropAProcedureThatGeneratedCodeCanNoLongerCreate(JavaCompiler compiler)
      throws IOException {
    OnDisk project = twoProcedures(compiler);
    project.write(
        "a/One.java",
        Procedures.simple("One", "1")
            .replace("@IoProc", "@SuppressWarnings(\"ioproc\") @IoProc")
            .replace("{\n  @", "{\n  One(int i) {}\n  @"));
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(project.output(SERVICES)).isEqualTo("a.TwoInstaller$Provider\n");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void servicesKeepAProcedureWithADollarInItsName(JavaCompiler compiler) throws IOException {
    OnDisk project = new OnDisk(folder, compiler).option("-Aioproc.native=none");
    project.write("a/One.java", Procedures.simple("One", "1"));
    project.write("a/A$B.java", Procedures.simple("A$B", "2"));
    assertThat(project.compile("a/One.java", "a/A$B.java")).isEmpty();
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(project.output(SERVICES))
        .isEqualTo("a.A$BInstaller$Provider\na.OneInstaller$Provider\n");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void servicesKeepAnAuthorsLines(JavaCompiler compiler) throws IOException {
    OnDisk project = new OnDisk(folder, compiler);
    project.resource(SERVICES, "# by hand\nb.Provider\nb.GoneInstaller$Provider\n");
    project.write("a/One.java", Procedures.simple("One", "1"));
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(project.output(SERVICES))
        .isEqualTo("# by hand\na.OneInstaller$Provider\nb.Provider\n");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void changedProcedureStaysInItsLibrary(JavaCompiler compiler) throws IOException {
    OnDisk project = twoProcedures(compiler);
    project.write("a/package-info.java", Procedures.library("media", "One", "Two"));
    assertThat(project.compile("a/package-info.java", "a/One.java", "a/Two.java")).isEmpty();
    String wrapper = project.output("META-INF/ioproc/media/media.def");
    assertThat(wrapper).contains("One");
    project.delete("META-INF/ioproc/media/media.def");
    project.delete("META-INF/ioproc/one/one.def");
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(project.output("META-INF/ioproc/media/media.def")).isEqualTo(wrapper);
    assertThat(project.has("META-INF/ioproc/one/one.def")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void anAuthorsModuleDefinitionsStay(JavaCompiler compiler) throws IOException {
    String own = "LIBRARY one\nEXPORTS\n  Play=InstallOne @1 ; by hand\n";
    OnDisk project = new OnDisk(folder, compiler).resource(DEFINITIONS, own);
    project.write("a/One.java", Procedures.simple("One", "1"));
    for (int i = 0; i < 2; i++) {
      assertThat(project.compile("a/One.java")).isEmpty();
      assertThat(project.output(DEFINITIONS)).isEqualTo(own);
      String header = project.output("META-INF/ioproc/one/one.h");
      assertThat(header).contains("MMRESULT WINAPI Play(void);");
      assertThat(header).doesNotContain("RemoveOne");
    }
  }

  /** The author may keep the comment that says that the file is generated. */
  @ParameterizedTest
  @MethodSource("compilers")
  void anEditedCopyOfTheGeneratedModuleDefinitionsStays(JavaCompiler compiler) throws IOException {
    OnDisk project = twoProcedures(compiler);
    String generated = project.output(DEFINITIONS);
    for (String edited :
        List.of(
            generated.replace("  OneJava\n", ""),
            generated.replace("  OneJava\n", "  JavaOfOne=OneJava\n"),
            generated.replace("  OneJava\n", "  OneJava @7\n"))) {
      project.resource(DEFINITIONS, edited);
      assertThat(project.compile("a/One.java", "a/Two.java")).isEmpty();
      assertThat(project.output(DEFINITIONS)).isEqualTo(edited);
    }
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void staleModuleDefinitionsAreReplaced(JavaCompiler compiler) throws IOException {
    OnDisk project = twoProcedures(compiler);
    project.write("a/package-info.java", Procedures.library("media", "One", "Two"));
    assertThat(project.compile("a/package-info.java", "a/One.java", "a/Two.java")).isEmpty();
    String definitions = "META-INF/ioproc/media/media.def";
    String both = project.output(definitions);
    assertThat(both).contains("RemoveTwo");
    for (String generated : List.of(both, both.replace("\n", "\r\n"))) {
      project.resource(definitions, generated);
      project.write("a/package-info.java", Procedures.library("media", "One"));
      assertThat(project.compile("a/package-info.java", "a/One.java", "a/Two.java")).isEmpty();
      assertThat(project.output(definitions)).doesNotContain("Two");
      assertThat(project.output(definitions)).contains("RemoveOne");
    }
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void compiledClassesGenerateTheSameFilesAsSources(JavaCompiler compiler) throws IOException {
    OnDisk project = new OnDisk(folder, compiler);
    project.write(
        "com/example/XyzIoProc.java", Golden.input("own/input/com/example/XyzIoProc.java"));
    assertThat(project.compile("com/example/XyzIoProc.java")).isEmpty();
    Map<String, String> fromSources = project.generated();
    project.delete(SERVICES);
    if (compiler instanceof EclipseCompiler) {
      return; // It does not process classes if called this way.
    }
    assertThat(project.reprocess("com.example.XyzIoProc")).isEmpty();
    assertThat(project.generated()).isEqualTo(fromSources);
  }

  /**
   * Class files do not keep suppressions, and Java 17 does not tell the processor that a class
   * comes from one.
   */
  @Test
  void compiledClassesGetNoWarningsFromJava18On() throws IOException {
    OnDisk project = new OnDisk(folder, ToolProvider.getSystemJavaCompiler());
    project.write(
        "a/One.java",
        Procedures.simple("One", "one")
            .replace("@IoProc", "@SuppressWarnings(\"ioproc\") @IoProc"));
    assertThat(project.compile("a/One.java")).isEmpty();
    String again = project.reprocess("a.One");
    if (Runtime.version().feature() >= 18) {
      assertThat(again).isEmpty();
    } else {
      assertThat(again).contains("[IOPROC-04]");
    }
  }

  private OnDisk twoProcedures(JavaCompiler compiler) throws IOException {
    OnDisk project = new OnDisk(folder, compiler);
    project.write("a/One.java", Procedures.simple("One", "1"));
    project.write("a/Two.java", Procedures.simple("Two", "2"));
    assertThat(project.compile("a/One.java", "a/Two.java")).isEmpty();
    return project;
  }
}
