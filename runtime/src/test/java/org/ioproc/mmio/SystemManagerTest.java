package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ioproc.internal.transport.StackRoom;
import org.ioproc.support.ChildJvm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The system's manager over every transport. */
class SystemManagerTest {

  static Stream<String> transports() {
    return Runtime.version().feature() >= 22 ? Stream.of("jna", "ffm") : Stream.of("jna");
  }

  /** Compiles only the check for room, which then measures least, while other code uses most. */
  @ParameterizedTest
  @MethodSource("transports")
  void failsOnAFullStackAndWorksAfterwards(String transport) throws Exception {
    List<String> options =
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.ioproc.transport=" + transport,
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=compileonly," + StackRoom.class.getName() + "::*");
    assertThat(ChildJvm.run(options, FullStackProgram.class)).containsExactly("done");
  }
}
