package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.processor.support.Jars;
import org.ioproc.processor.support.Javac;
import org.ioproc.processor.support.Procedures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** javac finds the processor as a service on a class path and on a module path. */
class ProcessorPathTest {

  private static final String MODULE =
      "module m { requires org.ioproc;"
          + " provides org.ioproc.glue.IoProcProvider with a.OneInstaller.Provider; }";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "--processor-path, --class-path",
    "--processor-path, --module-path",
    "--processor-module-path, --class-path",
    "--processor-module-path, --module-path",
  })
  void processorRunsFromItsPath(String processors, String libraries) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-Xlint:all,-processing", "-Werror", "-d", folder.toString()));
    arguments.add("-Aioproc.sources"); // Includes the processor's own resources.
    arguments.addAll(List.of(processors, Jars.processorPath()));
    arguments.addAll(List.of(libraries, Jars.libraries()));
    arguments.add(write("One.java", Procedures.simple("One", "1")));
    if (libraries.equals("--module-path")) {
      arguments.add(write("module-info.java", MODULE));
    } else {
      arguments.add("-Xlint:-missing-explicit-ctor");
    }
    assertThat(Javac.run(arguments)).isEmpty();
    assertThat(Files.readString(folder.resolve(Procedures.SERVICES)))
        .isEqualTo("a.OneInstaller$Provider\n");
    assertThat(Files.exists(folder.resolve("META-INF/ioproc/ioproc_wrapper/ioproc_vm.c"))).isTrue();
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
