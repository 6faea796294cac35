package org.ioproc.differential;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the comparison finds a manager's error and shrinks the program that shows it. */
final class BrokenManagerTest {

  private static final int PROGRAMS = 300;

  @TempDir Path folder;

  private Execution correct;

  @BeforeEach
  void createCorrectManager() throws IOException {
    correct = Execution.careful(EmbeddedMmio.direct(), Files.createDirectory(folder.resolve("r")));
  }

  @Test
  void twoCorrectManagersDoTheSame() throws IOException {
    Execution other = Execution.careful(EmbeddedMmio.viaNative(), folder);
    for (long seed = 0; seed < PROGRAMS; seed++) {
      assertThat(compare(other, RandomPrograms.create(seed)).mismatch()).isNull();
    }
  }

  @Test
  void aWrongOffsetShowsInAProgramWithoutCalls() throws IOException {
    Program smallest = smallest(broken("mmioGetInfo"));
    assertThat(smallest.calls()).isEmpty();
  }

  @Test
  void aSeekToAWrongPositionShowsInOneCall() throws IOException {
    Program smallest = smallest(broken("mmioSeek"));
    assertThat(smallest.calls()).hasSize(1);
    assertThat(smallest.setup().faults()).isEmpty();
  }

  @Test
  void aMissingProcedureShowsInAtMostTwoCalls() throws IOException {
    assertThat(smallest(broken("mmioInstallIOProc")).calls().size()).isAtMost(2);
  }

  private Execution broken(String function) {
    MmioFunctions mmio = EmbeddedMmio.direct();
    Object proxy =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MmioFunctions.class},
            (self, method, arguments) -> {
              boolean wrong = method.getName().equals(function);
              if (wrong && function.equals("mmioSeek") && (int) arguments[1] > 0) {
                arguments[1] = (int) arguments[1] + 1;
              }
              try {
                Object result = method.invoke(mmio, arguments);
                if (wrong && function.equals("mmioGetInfo") && result.equals(0)) {
                  MmioInfo info = (MmioInfo) arguments[1];
                  info.bufferOffset(info.bufferOffset() + 1);
                }
                return wrong && function.equals("mmioInstallIOProc") ? 0L : result;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
    return Execution.careful((MmioFunctions) proxy, folder);
  }

  private Program smallest(Execution broken) throws IOException {
    for (long seed = 0; seed < PROGRAMS; seed++) {
      Program program = RandomPrograms.create(seed);
      if (compare(broken, program).mismatch() != null) {
        return Shrinking.shrink(program, smaller -> compare(broken, smaller).mismatch() != null);
      }
    }
    throw new AssertionError("No program shows the error.");
  }

  private Comparison compare(Execution other, Program program) throws IOException {
    return Comparison.of(program, correct.run(program), other.run(program));
  }
}
