package org.ioproc.differential;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests random programs on the embedded manager alone, including calls that would damage memory in
 * winmm (Wine 8.0).
 */
final class DocumentedTest {

  private static final int PROGRAMS = 1000;

  @TempDir Path folder;

  @Test
  void aFileIsBytesAndAPosition() throws IOException {
    Execution execution = Execution.bold(EmbeddedMmio.direct(), folder);
    for (long seed = 0; seed < PROGRAMS; seed++) {
      Program program = RandomPrograms.create(seed);
      String wrong = Documented.check(program, execution.run(program));
      assertWithMessage("seed %s: %s", seed, program).that(wrong).isNull();
    }
  }

  /** A chunk's size may lead so far that writing one byte would create a file of a gigabyte. */
  @Test
  void noProgramCreatesALargeFile() throws IOException {
    Program program = Program.parse("DOS 333 2 2 false 8|SEEK 973078940 0 0|WRITE 3 0 0");
    List<Step> steps = Execution.bold(EmbeddedMmio.direct(), folder).run(program);
    assertThat(steps.get(1).result()).isEqualTo(973078940);
    assertThat(steps.get(2).isSkipped()).isTrue();
  }
}
