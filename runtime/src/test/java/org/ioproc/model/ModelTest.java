package org.ioproc.model;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares random, well-behaved programs with a model that is a plain array. This runs a million
 * operations on each kind of file:
 *
 * <pre>{@code
 * mvn -pl runtime test -Dtest=ModelTest -Dmodel.operations=1000000 -Dmodel.seed=1
 * }</pre>
 */
final class ModelTest {

  private static final long FIRST = Long.getLong("model.seed", 1);
  private static final long OPERATIONS = Long.getLong("model.operations", 10_000);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Setting.Kind.class)
  void aFileIsBytesAndAPosition(Setting.Kind kind) throws IOException {
    Programs programs = new Programs(folder.resolve("file"));
    for (long seed = FIRST; seed < FIRST + OPERATIONS / RandomProgram.LENGTH; seed++) {
      RandomProgram program = RandomProgram.of(kind, seed);
      if (programs.mismatch(program) != null) {
        RandomProgram smallest = programs.shrunk(program);
        assertWithMessage("seed %s: %s", seed, smallest).that(programs.mismatch(smallest)).isNull();
      }
    }
  }
}
