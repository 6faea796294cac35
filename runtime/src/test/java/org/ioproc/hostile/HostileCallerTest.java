package org.ioproc.hostile;

import static com.google.common.truth.Truth.assertThat;

import java.lang.reflect.Field;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.mmio.CallPath;
import org.ioproc.mmio.Mmio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that files keep what programs have written, and that wrong messages are refused. The
 * property below sets the number of random messages. With the seed that a run prints, {@code
 * -Dorg.ioproc.hostile.seed} makes each thread repeat its messages.
 *
 * <pre>{@code
 * mvn -pl runtime test -Dtest=HostileCallerTest -Dorg.ioproc.hostile=10000000
 * }</pre>
 */
class HostileCallerTest {

  private static final long MESSAGES = Long.getLong("org.ioproc.hostile", 100_000);
  private static final long SEED =
      Long.getLong("org.ioproc.hostile.seed", System.nanoTime() >>> 10);

  @Test
  void filesSurviveHostileMessages() throws Exception {
    Mmio mmio = Mmio.newEmbeddedNative();
    HostileRun run = new HostileRun("messages", mmio, HostileMessages::new, SEED);
    assertThat(run.run(MESSAGES / 2)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void filesSurviveHostileCalls(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    MmioFunctions functions = functions(mmio);
    HostileRun run =
        new HostileRun(
            "calls, " + path,
            mmio,
            (procedures, number, seed) -> new HostileCalls(functions, procedures, number, seed),
            SEED);
    assertThat(run.run(MESSAGES / 4)).isEmpty();
  }

  /** Returns the functions that a program in C would call, which accept any handle. */
  private static MmioFunctions functions(Mmio mmio) throws ReflectiveOperationException {
    Field field = Mmio.class.getDeclaredField("functions");
    field.setAccessible(true);
    return (MmioFunctions) field.get(mmio);
  }
}
