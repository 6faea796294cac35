package org.ioproc.differential;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the embedded manager with winmm in several hundred random programs. {@code
 * .ci/differential --record} recorded what winmm did, under Wine 8.0.
 */
final class RecordedTracesTest {

  @TempDir Path folder;

  @Test
  void theEmbeddedManagerDoesWhatWinmmDid() throws IOException {
    assertThat(compareAll(EmbeddedMmio.direct())).isAtLeast(300);
  }

  @Test
  void theEmbeddedManagerDoesTheSameThroughNativeCode() throws IOException {
    assertThat(compareAll(EmbeddedMmio.viaNative())).isAtLeast(300);
  }

  @Test
  void programsThatShowedMismatchesAreRecorded() throws IOException {
    assertThat(Traces.read(Traces.RANDOM).keySet())
        .containsAtLeastElementsIn(Traces.found().toList());
  }

  /** Returns the number of programs. Many of them must show no difference at all. */
  private int compareAll(MmioFunctions embedded) throws IOException {
    Execution execution = Execution.careful(embedded, folder);
    int equal = 0;
    int count = 0;
    for (Map.Entry<Program, List<Step>> recorded : Traces.read(Traces.RANDOM).entrySet()) {
      List<Step> steps = execution.run(recorded.getKey());
      Comparison result = Comparison.of(recorded.getKey(), recorded.getValue(), steps);
      assertWithMessage("%s", result.shortened(recorded.getKey())).that(result.mismatch()).isNull();
      equal += result.showsNoDifference() ? 1 : 0;
      count++;
    }
    assertThat(equal).isGreaterThan(count * 2 / 5);
    return count;
  }
}
