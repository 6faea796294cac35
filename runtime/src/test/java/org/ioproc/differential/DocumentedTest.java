package org.ioproc.differential;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Path;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs on the embedded manager alone, with every call, also those that would damage
 * winmm's memory as Wine 8.0 has it: a file is bytes and a position.
 */
final class DocumentedTest {

  private static final int PROGRAMS = 1000;

  @TempDir Path folder;

  @Test
  void aFileIsBytesAndAPosition() throws IOException {
    Execution execution = Execution.bold(EmbeddedMmio.straight(), folder);
    for (long seed = 0; seed < PROGRAMS; seed++) {
      Program program = Programs.make(seed);
      String wrong = Documented.check(program, execution.run(program));
      assertWithMessage("seed %s: %s", seed, program).that(wrong).isNull();
    }
  }
}
