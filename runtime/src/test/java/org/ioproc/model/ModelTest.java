package org.ioproc.model;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs of well-behaved calls over plain arrays. A million operations:
 *
 * <pre>{@code
 * mvn -pl runtime test -Dtest=ModelTest -Dmodel.operations=1000000 -Dmodel.seed=1
 * }</pre>
 */
final class ModelTest {

  private static final long FIRST = Long.getLong("model.seed", 1);
  private static final long OPERATIONS = Long.getLong("model.operations", 20_000);

  @TempDir Path folder;

  @Test
  void aFileIsBytesAndAPosition() throws IOException {
    Programs programs = new Programs(folder.resolve("file"));
    for (long seed = FIRST; seed < FIRST + OPERATIONS / RandomProgram.LENGTH; seed++) {
      RandomProgram program = RandomProgram.of(seed);
      if (programs.mismatch(program) != null) {
        RandomProgram smallest = programs.shrunk(program);
        assertWithMessage("seed %s: %s", seed, smallest).that(programs.mismatch(smallest)).isNull();
      }
    }
  }
}
