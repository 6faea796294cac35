package org.ioproc.samples;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DemoTextTest {

  /** The left side as in Java, so that this file itself has no such character. */
  @ParameterizedTest
  @CsvSource({
    "001B, \\u001B",
    "000A, \\u000A",
    "000D, \\u000D",
    "0009, \\u0009",
    "007F, \\u007F",
    "009B, \\u009B", // the C1 control that begins sequences as ESC [ does
    "200B, \\u200B",
    "202E, \\u202E",
    "2066, \\u2066",
    "2028, \\u2028",
    "FEFF, \\uFEFF",
    "D800, \\uD800",
    "E0001, \\uE0001",
    "5C, \\",
    "FC, \u00FC",
    "1F600, \uD83D\uDE00",
  })
  void showsWhatWouldChangeTheTerminal(String character, String shown) {
    String text = "a" + Character.toString(Integer.parseInt(character, 16)) + "b";
    assertThat(DemoText.printable(text)).isEqualTo("a" + shown + "b");
  }

  @Test
  void keepsTheEndsOfLongLines() {
    String line = DemoText.printable("begin" + "x".repeat(100_000) + "end");
    assertThat(line.length()).isAtMost(1010);
    assertThat(line).startsWith("begin");
    assertThat(line).endsWith("end");
  }
}
