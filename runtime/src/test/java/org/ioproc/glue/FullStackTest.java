package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ioproc.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests, over JNA and FFM, that a message fails if the stack has no room for it, and that nothing
 * is broken afterwards.
 */
class FullStackTest {

  static Stream<String> transports() {
    boolean hasFfm =
        Runtime.version().feature() >= 22 && System.getProperty("sun.arch.data.model").equals("64");
    return hasFfm ? Stream.of("jna", "ffm") : Stream.of("jna");
  }

  /**
   * Tests that no message links a lambda. If the stack is too small for that, some classes of the
   * JDK can never be used again. Installation sends no messages.
   */
  @Test
  void noMessageLinksALambda() throws IOException {
    Path packageOfGlue = Path.of("target", "classes", "org", "ioproc", "glue");
    try (Stream<Path> classes = Files.list(packageOfGlue)) {
      assertThat(classes.filter(FullStackTest::linksALambda).map(Path::getFileName))
          .containsExactly(Path.of("Installation.class"));
    }
  }

  private static boolean linksALambda(Path classFile) {
    try {
      return Files.readString(classFile, StandardCharsets.ISO_8859_1).contains("LambdaMetafactory");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("transports")
  void aMessageFailsAndNothingBreaks(String transport) throws Exception {
    List<String> options =
        List.of("--enable-native-access=ALL-UNNAMED", "-Dorg.ioproc.transport=" + transport);
    assertThat(ChildJvm.run(options, FullStackProgram.class)).containsExactly("done");
  }
}
