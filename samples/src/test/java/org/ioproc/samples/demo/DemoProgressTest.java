package org.ioproc.samples.demo;

import static com.google.common.truth.Truth.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Tests when the demo shows its progress. */
final class DemoProgressTest {

  private final StringWriter terminal = new StringWriter();
  private long milliseconds;

  private final DemoProgress progress =
      new DemoProgress(new PrintWriter(terminal), () -> milliseconds * 1_000_000);

  @Test
  void aQuickRunShowsNothing() {
    progress.begin("Run 1 of 2");
    milliseconds = 999;
    progress.at(50, 100);
    progress.end();
    assertThat(terminal.toString()).isEmpty();
  }

  @Test
  void aSlowRunShowsItselfAndIsErased() {
    progress.begin("Run 1 of 2");
    for (milliseconds = 0; milliseconds <= 1400; milliseconds += 100) {
      progress.at(milliseconds, 2000);
    }
    assertThat(terminal.toString())
        .isEqualTo("\rRun 1 of 2: 50%\rRun 1 of 2: 60%\rRun 1 of 2: 70%");
    progress.end();
    assertThat(terminal.toString()).endsWith("\r" + " ".repeat("Run 1 of 2: 70%".length()) + "\r");
    int length = terminal.toString().length();
    progress.end();
    assertThat(terminal.toString()).hasLength(length);
  }

  @Test
  void aShorterLineCoversALongerOne() {
    milliseconds = 2000;
    progress.begin("Run 1 of 2");
    progress.at(100, 100);
    milliseconds = 4000;
    progress.begin("Run 2 of 2");
    progress.at(0, 0);
    assertThat(terminal.toString()).isEqualTo("\rRun 1 of 2: 100%\rRun 2 of 2: 0%  ");
  }

  @Test
  void withoutATerminalNothingHappens() {
    DemoProgress none = DemoProgress.none();
    none.begin("Run 1 of 2");
    none.at(1, 2);
    none.end();
  }
}
