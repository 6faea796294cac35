package org.ioproc.samples.demo;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DemoTextTest {

  /** The table gives characters by their numbers, so that this file does not contain them. */
  @ParameterizedTest
  @CsvSource({
    "001B, \\u001b",
    "000A, \\u000a",
    "000D, \\u000d",
    "0009, \\u0009",
    "007F, \\u007f",
    "009B, \\u009b", // a C1 control that starts sequences, as ESC [ does
    "200B, \\u200b",
    "202E, \\u202e",
    "2066, \\u2066",
    "2028, \\u2028",
    "FEFF, \\ufeff",
    "D800, \\ud800",
    "E0001, \\ue0001",
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
