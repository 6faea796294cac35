package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ioproc.support.ChildJvm;
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

  @ParameterizedTest
  @MethodSource("transports")
  void aMessageFailsAndNothingBreaks(String transport) throws Exception {
    List<String> options =
        List.of("--enable-native-access=ALL-UNNAMED", "-Dorg.ioproc.transport=" + transport);
    assertThat(ChildJvm.run(options, FullStackProgram.class)).containsExactly("done");
  }
}
