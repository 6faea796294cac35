package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.ioproc.processor.support.Jars;
import org.ioproc.processor.support.OnDisk;
import org.ioproc.processor.support.Procedures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModulesTest {

  private static final String LINE = line("One");
  private static final String BY_HAND =
      """
      package a;
      public class ByHand implements org.ioproc.glue.IoProcProvider {
        @Override public org.ioproc.glue.IoProcGlue<?> glue() { return null; }
      }
      """;

  private static final String[] TWO_MODULES = {
    "one/module-info.java", "one/one/One.java", "two/module-info.java", "two/two/Two.java"
  };

  @TempDir Path folder;

  @Test
  void moduleThatProvidesTheGeneratedProviderCompiles() throws IOException {
    OnDisk project = module("exports a; " + LINE);
    assertThat(project.compile("module-info.java", "a/One.java")).isEmpty();
    assertThat(project.output(Procedures.SERVICES)).isEqualTo("a.OneInstaller$Provider\n");
    assertThat(project.output("a/OneInstaller.java")).doesNotContain("Generated(");
    assertThat(project.compile("a/One.java")).isEmpty();
  }

  @Test
  void moduleThatReadsJavaCompilerGetsTheAnnotation() throws IOException {
    OnDisk project = module("requires static java.compiler; " + LINE);
    assertThat(project.compile("module-info.java", "a/One.java")).isEmpty();
    assertThat(project.output("a/OneInstaller.java"))
        .contains("@Generated(\"org.ioproc.processor.IoProcProcessor\")");
  }

  /** The module compiles once the reported line is pasted into it. */
  @ParameterizedTest
  @CsvSource({
    "'',       declares no procedure. Add:",
    "Two,      'does not declare a.OneInstaller.Provider, a.ThreeInstaller.Provider. Replace its"
        + " line with:'",
    "Two One,  does not declare a.ThreeInstaller.Provider. Replace its line with:",
    "ByHand,   'does not declare a.OneInstaller.Provider, a.ThreeInstaller.Provider,"
        + " a.TwoInstaller.Provider. Replace its line with:'",
  })
  void missingProceduresAreReportedInOneLine(String provided, String observed) throws IOException {
    OnDisk project = module(provided.isEmpty() ? "" : line(provided));
    project.write("a/Two.java", Procedures.simple("Two", "2"));
    project.write("a/Three.java", Procedures.simple("Three", "3"));
    project.write("a/ByHand.java", BY_HAND);
    String[] files = {
      "module-info.java", "a/One.java", "a/Two.java", "a/Three.java", "a/ByHand.java"
    };
    String reported = project.compile(files);
    assertThat(reported.lines().toList()).hasSize(1);
    assertThat(reported).contains("Module m " + observed + " provides ");
    assertThat(reported).endsWith("[IOPROC-37]\n");
    String line = reported.substring(reported.indexOf("provides org"), reported.indexOf(';') + 1);
    project.write("module-info.java", "module m { requires org.ioproc; " + line + " }");
    assertThat(project.compile(files)).isEmpty();
  }

  /** The module itself was compiled earlier. */
  @Test
  void addedProcedureIsReportedWithTheDeclaredOnes() throws IOException {
    OnDisk project = module(LINE);
    assertThat(project.compile("module-info.java", "a/One.java")).isEmpty();
    project.write("a/Two.java", Procedures.simple("Two", "2"));
    assertThat(project.compile("a/Two.java")).contains("Replace its line with: " + line("One Two"));
  }

  @Test
  void procedureWithADollarInItsNameIsFoundInACompiledModule() throws IOException {
    OnDisk project = module(line("One A$B")).option("-Aioproc.native=none");
    project.write("a/A$B.java", Procedures.simple("A$B", "2"));
    assertThat(project.compile("module-info.java", "a/One.java", "a/A$B.java")).isEmpty();
    assertThat(project.compile("a/One.java", "a/A$B.java")).isEmpty();
  }

  @Test
  void otherServicesDoNotCount() throws IOException {
    OnDisk project = module(LINE.replace("org.ioproc.glue.IoProcProvider", "java.lang.Object"));
    assertThat(project.compile("module-info.java", "a/One.java")).contains("Add: " + LINE);
  }

  @Test
  void severalModulesHaveTheirOwnFiles() throws IOException {
    OnDisk project =
        twoModules(line("One").replace("a.", "one."), line("Two").replace("a.", "two."))
            .option("-Aioproc.sources");
    assertThat(project.compile(TWO_MODULES)).isEmpty();
    assertThat(project.output("one/" + Procedures.SERVICES))
        .isEqualTo("one.OneInstaller$Provider\n");
    assertThat(project.output("two/" + Procedures.SERVICES))
        .isEqualTo("two.TwoInstaller$Provider\n");
    for (String module : List.of("one", "two")) {
      String wrappers = module + "/META-INF/ioproc/";
      assertThat(project.has(wrappers + module + "/" + module + ".def")).isTrue();
      assertThat(project.output(wrappers + module + "/procedures")).contains("library " + module);
      assertThat(project.has(wrappers + "ioproc_wrapper/ioproc_text.c")).isTrue();
    }
  }

  @Test
  void libraryMayListAProcedureOfAnotherModule() throws IOException {
    OnDisk project =
        twoModules(
            "exports one; " + line("One").replace("a.", "one."),
            "requires one; " + line("Two").replace("a.", "two."));
    project.write(
        "two/two/package-info.java",
        Procedures.library("media", "one.One", "Two").replace("package a", "package two"));
    List<String> files = new ArrayList<>(List.of(TWO_MODULES));
    files.add("two/two/package-info.java");
    assertThat(project.compile(files.toArray(String[]::new))).isEmpty();
    assertThat(project.output("two/META-INF/ioproc/media/media.def"))
        .contains("InstallOne\n  InstallTwo\n");
    assertThat(project.output("two/META-INF/ioproc/libraries")).isEqualTo("two.package-info\n");
    assertThat(project.has("one/META-INF/ioproc")).isFalse();
  }

  /** javac throws an exception if a processor asks what such a module provides. */
  @Test
  void moduleOnTheSourcePathIsNotChecked() throws IOException {
    OnDisk project = module(LINE).option("-sourcepath", folder.resolve("src").toString());
    assertThat(project.option("-implicit:none").compile("a/One.java")).isEmpty();
    assertThat(project.has("a/OneInstaller.class")).isTrue();
  }

  @Test
  void eachModuleIsReported() throws IOException {
    String reported = twoModules("", "").compile(TWO_MODULES);
    assertThat(reported.lines().toList()).hasSize(2);
    assertThat(reported)
        .contains("Module one declares no procedure. Add: " + line("One").replace("a.", "one."));
    assertThat(reported)
        .contains("Module two declares no procedure. Add: " + line("Two").replace("a.", "two."));
  }

  private OnDisk twoModules(String... lines) throws IOException {
    OnDisk project =
        new OnDisk(folder, ToolProvider.getSystemJavaCompiler())
            .option(
                "-p", Jars.libraries(), "--module-source-path", folder.resolve("src").toString());
    for (int i = 0; i < 2; i++) {
      String procedure = List.of("One", "Two").get(i);
      String module = List.of("one", "two").get(i);
      project.write(
          module + "/module-info.java",
          "module " + module + " { requires org.ioproc; " + lines[i] + " }");
      project.write(
          module + "/" + module + "/" + procedure + ".java",
          Procedures.simple(procedure, procedure.substring(0, 1))
              .replace("package a;", "package " + module + ";"));
    }
    return project;
  }

  private static String line(String names) {
    return Stream.of(names.split(" "))
        .map(name -> name.equals("ByHand") ? "a.ByHand" : "a." + name + "Installer.Provider")
        .collect(Collectors.joining(", ", "provides org.ioproc.glue.IoProcProvider with ", ";"));
  }

  private OnDisk module(String directives) throws IOException {
    OnDisk project =
        new OnDisk(folder, ToolProvider.getSystemJavaCompiler())
            .option(
                "-p", Jars.libraries(), "-Xlint:all,-processing,-missing-explicit-ctor,-exports");
    project.write("module-info.java", "module m { requires org.ioproc; " + directives + " }");
    return project.write("a/One.java", Procedures.simple("One", "1"));
  }
}
