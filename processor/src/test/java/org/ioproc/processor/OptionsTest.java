package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;
import org.ioproc.processor.support.Golden;
import org.ioproc.processor.support.OnDisk;
import org.ioproc.processor.support.Procedures;
import org.ioproc.wrapper.NativeSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @TempDir Path folder;

  @Test
  void wrappersAreWrittenBesideTheClasses() throws IOException {
    OnDisk project = project("-Aioproc.native=classes");
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(project.has("META-INF/ioproc/one/one.def")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-Aioproc.sources=false"})
  void wrappersHaveNoSourcesByDefault(String option) throws IOException {
    OnDisk project = option.isEmpty() ? project() : project(option);
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(files(project.classes.resolve("META-INF/ioproc")))
        .containsExactly("one/one.def", "one/one.h", "one/procedures");
    assertThat(project.output("META-INF/ioproc/one/one.h")).contains("Ship one file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Aioproc.sources", "-Aioproc.sources=true"})
  void wrappersCanHaveSources(String option) throws IOException {
    OnDisk project = project(option);
    assertThat(project.compile("a/One.java")).isEmpty();
    Set<String> expected = new TreeSet<>();
    List.of("CMakeLists.txt", "one.c", "one.def", "one.h", "procedures")
        .forEach(file -> expected.add("one/" + file));
    NativeSources.shared().keySet().forEach(file -> expected.add("ioproc_wrapper/" + file));
    assertThat(files(project.classes.resolve("META-INF/ioproc"))).isEqualTo(expected);
    assertThat(project.output("META-INF/ioproc/one/one.h")).contains("Ship these side by side");
  }

  @Test
  void sourcesCanBeWrittenIntoTheFolderForHeaders() throws IOException {
    Path headers = Files.createDirectory(folder.resolve("headers"));
    OnDisk project =
        project("-Aioproc.native=headers", "-Aioproc.sources", "-h", headers.toString());
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(files(headers)).containsAtLeast("one/one.c", "ioproc_wrapper/ioproc_text.c");
    assertThat(project.has("META-INF/ioproc")).isFalse();
  }

  private static Set<String> files(Path parent) throws IOException {
    return Golden.read(parent).keySet();
  }

  @Test
  void wrappersCanBeWrittenIntoTheFolderForHeaders() throws IOException {
    Path headers = Files.createDirectory(folder.resolve("headers"));
    OnDisk project = project("-Aioproc.native=headers", "-h", headers.toString());
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(project.has("META-INF/ioproc")).isFalse();
    assertThat(Files.exists(headers.resolve("one/one.def"))).isTrue();
  }

  @Test
  void missingFolderForHeadersIsReported() throws IOException {
    String reported = project("-Aioproc.native=headers").compile("a/One.java");
    assertThat(reported)
        .isEqualTo(
            "ERROR "
                + new Problem(
                        Rule.HEADER_OUTPUT_MISSING,
                        Place.NOWHERE,
                        "one/one.def was refused by the compiler.")
                    .text()
                + "\n");
  }

  @Test
  void fileThatCannotBeWrittenIntoTheFolderForHeadersIsReported() throws IOException {
    Path headers = Files.createDirectory(folder.resolve("headers"));
    Files.createFile(headers.resolve("one")); // where the wrapper's folder belongs
    OnDisk project = project("-Aioproc.native=headers", "-h", headers.toString());
    String reported = project.compile("a/One.java");
    assertThat(reported).contains("one/one.def failed with ");
    assertThat(reported).contains("[IOPROC-40]");
  }

  @Test
  void wrappersCanBeLeftOut() throws IOException {
    OnDisk project = project("-Aioproc.native=none");
    assertThat(project.compile("a/One.java")).isEmpty();
    assertThat(project.has("META-INF/ioproc")).isFalse();
    assertThat(project.has(Procedures.SERVICES)).isTrue();
  }

  @Test
  void wrongValueIsReported() throws IOException {
    String reported = project("-Aioproc.native=None").compile("a/One.java");
    assertThat(reported)
        .contains("ERROR " + Rule.OPTION_VALUE.text() + " -Aioproc.native is \"None\". ");
    assertThat(reported).contains("[IOPROC-39]");
  }

  @Test
  void missingValueIsReported() throws IOException {
    String reported = project("-Aioproc.native").compile("a/One.java");
    assertThat(reported)
        .contains("ERROR " + Rule.OPTION_VALUE.text() + " -Aioproc.native has no value. ");
  }

  @Test
  void wrongValueForSourcesIsReported() throws IOException {
    assertThat(project("-Aioproc.sources=yes").compile("a/One.java"))
        .contains("ERROR " + Rule.OPTION_VALUE.text() + " -Aioproc.sources is \"yes\". ");
  }

  @Test
  void unknownOptionIsReported() throws IOException {
    OnDisk project = project("-Aioproc.nativ=none", "-Aother=1");
    String reported = project.compile("a/One.java");
    assertThat(reported)
        .contains("-Aioproc.nativ has no effect. Correct or remove the option. [IOPROC-38]");
    assertThat(reported).doesNotContain("-Aother");
    assertThat(project.has("META-INF/ioproc/one/one.def")).isTrue();
  }

  private OnDisk project(String... options) throws IOException {
    return new OnDisk(folder, ToolProvider.getSystemJavaCompiler())
        .option(options)
        .write("a/One.java", Procedures.simple("One", "1"));
  }
}
