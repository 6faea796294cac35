package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A message for which the stack has no room is a failed one, by whatever way it comes; and nothing
 * is broken afterwards.
 */
class FullStackTest {

  static Stream<String> transports() {
    boolean hasFfm =
        Runtime.version().feature() >= 22 && System.getProperty("sun.arch.data.model").equals("64");
    return hasFfm ? Stream.of("jna", "ffm") : Stream.of("jna");
  }

  @ParameterizedTest
  @MethodSource("transports")
  void isAFailure(String transport) throws Exception {
    assertThat(run(transport)).containsExactly("done");
  }

  private static List<String> run(String transport) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String security = System.getProperty("java.security.properties");
    if (security != null) { // Random numbers, where those of the JDK do not work.
      command.add("-Djava.security.properties=" + security);
    }
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dorg.ioproc.transport=" + transport);
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(FullStackProgram.class.getName());
    Process program =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    byte[] printed = program.getInputStream().readAllBytes();
    assertThat(program.waitFor()).isEqualTo(0);
    return new String(printed, StandardCharsets.UTF_8).lines().toList();
  }
}
