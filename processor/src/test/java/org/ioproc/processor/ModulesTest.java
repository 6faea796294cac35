package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.ioproc.IoProc;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {

  private static final String LINE =
      "provides org.ioproc.glue.IoProcProvider with a.OneInstaller.Provider;";

  @TempDir Path folder;

  @Test
  void moduleThatProvidesWhatIsGeneratedCompiles() throws IOException {
    OnDisk project = module("exports a; " + LINE);
    assertThat(project.compile("module-info.java", "a/One.java")).isEmpty();
    assertThat(project.output(Procedures.SERVICES)).isEqualTo("a.OneInstaller$Provider\n");
    assertThat(project.output("a/OneInstaller.java")).doesNotContain("Generated(");
    assertThat(project.compile("a/One.java")).isEmpty();
  }

  @Test
  void moduleThatReadsTheCompilersGetsTheAnnotation() throws IOException {
    OnDisk project = module("requires static java.compiler; " + LINE);
    assertThat(project.compile("module-info.java", "a/One.java")).isEmpty();
    assertThat(project.output("a/OneInstaller.java"))
        .contains("@Generated(\"org.ioproc.processor.IoProcProcessor\")");
  }

  @Test
  void missingLineIsGivenExactly() throws IOException {
    OnDisk project = module("");
    String told = project.compile("module-info.java", "a/One.java");
    assertThat(told).contains("[IOPROC-37]");
    assertThat(told).contains("The module m lacks: " + LINE);
    project.write("module-info.java", "module m { requires org.ioproc; " + LINE + " }");
    assertThat(project.compile("module-info.java", "a/One.java")).isEmpty();
  }

  @Test
  void otherProvidersDoNotCount() throws IOException {
    OnDisk project = module(LINE.replace("One", "Two"));
    project.write("a/Two.java", Procedures.simple("Two", "2"));
    String told = project.compile("module-info.java", "a/One.java", "a/Two.java");
    assertThat(told).contains("a.OneInstaller.Provider;");
    assertThat(told).doesNotContain("a.TwoInstaller.Provider;");
  }

  @Test
  void otherServicesDoNotCount() throws IOException {
    OnDisk project = module(LINE.replace("org.ioproc.glue.IoProcProvider", "java.lang.Object"));
    assertThat(project.compile("module-info.java", "a/One.java")).contains(LINE);
  }

  @Test
  void severalModulesHaveTheirOwnFiles() throws IOException {
    OnDisk project =
        new OnDisk(folder, ToolProvider.getSystemJavaCompiler())
            .option("-p", path(), "--module-source-path", folder.resolve("src").toString());
    for (String name : new String[] {"One", "Two"}) {
      String module = name.toLowerCase(java.util.Locale.ROOT);
      project.write(
          module + "/module-info.java",
          "module "
              + module
              + " { requires org.ioproc; "
              + LINE.replace("One", name).replace("a.", module + ".")
              + " }");
      project.write(
          module + "/" + module + "/" + name + ".java",
          Procedures.simple(name, name.substring(0, 1))
              .replace("package a;", "package " + module + ";"));
    }
    assertThat(
            project.compile(
                "one/module-info.java",
                "one/one/One.java",
                "two/module-info.java",
                "two/two/Two.java"))
        .isEmpty();
    assertThat(project.output("one/" + Procedures.SERVICES))
        .isEqualTo("one.OneInstaller$Provider\n");
    assertThat(project.output("two/" + Procedures.SERVICES))
        .isEqualTo("two.TwoInstaller$Provider\n");
    assertThat(project.has("two/META-INF/ioproc/two/two.def")).isTrue();
  }

  private OnDisk module(String directives) throws IOException {
    OnDisk project =
        new OnDisk(folder, ToolProvider.getSystemJavaCompiler())
            .option("-p", path(), "-Xlint:all,-processing,-missing-explicit-ctor,-exports");
    project.write("module-info.java", "module m { requires org.ioproc; " + directives + " }");
    return project.write("a/One.java", Procedures.simple("One", "1"));
  }

  private static String path() {
    return Jars.path(IoProc.class, Native.class, NullMarked.class);
  }
}
