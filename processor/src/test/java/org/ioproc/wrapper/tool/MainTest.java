package org.ioproc.wrapper.tool;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.processor.support.Jars;
import org.ioproc.processor.support.Tools;
import org.ioproc.wrapper.tool.support.TestJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program with nothing but its own classes, and little memory. */
class MainTest {

  @TempDir Path folder;

  @Test
  void successIsZero() throws Exception {
    Path jar = TestJar.compiled(TestJar.ZIP_SOURCE).write(folder.resolve("the.jar"));
    Path output = folder.resolve("out");
    Tools.Result result =
        run("wrap", "--class-path", TestJar.runtime(), "--output=" + output, jar.toString());
    assertThat(result.output().lines().count()).isEqualTo(3);
    assertThat(result.exitValue()).isEqualTo(0);
    assertThat(Files.exists(output.resolve("arm64/zipioproc.dll"))).isTrue();
  }

  @Test
  void failureIsOne() throws Exception {
    Tools.Result result = run("wrap", folder.resolve("no.jar").toString());
    assertThat(result.output()).startsWith("ioproc: ");
    assertThat(result.output().lines().count()).isEqualTo(1);
    assertThat(result.exitValue()).isEqualTo(1);
  }

  @Test
  void wrongUseIsTwo() throws Exception {
    Tools.Result result = run("wrap");
    assertThat(result.output()).startsWith("ioproc: no jar is given");
    assertThat(result.exitValue()).isEqualTo(2);
  }

  private static Tools.Result run(String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx32m", "-cp", Jars.path(IoProcTool.class), Main.class.getName()));
    command.addAll(List.of(words));
    return Tools.result(command);
  }
}
