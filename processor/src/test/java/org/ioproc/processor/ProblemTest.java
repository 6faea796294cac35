package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;

import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  /** Expects the escapes of Java sources. */
  @ParameterizedTest
  @CsvSource({
    "000A", "000D", "0009", "0000", "001B", "007F", "009B", "2028", "2029", "200B", "202E", "FEFF",
    "D800"
  })
  void characterThatBreaksALineOrControlsATerminalIsEscaped(String hex) {
    String odd = Character.toString(Integer.parseInt(hex, 16));
    assertThat(new Problem(Rule.HANDLER_STATIC, Place.NOWHERE, "a" + odd + "b.").text())
        .isEqualTo(
            "A handler must be an instance method. a\\u"
                + hex
                + "b. Remove \"static\". [IOPROC-17]");
  }

  @ParameterizedTest
  @CsvSource({"ä", "Ω", "語", "😀", "\\"})
  void letterOfAnyLanguageIsUnchanged(String letter) {
    assertThat(new Problem(Rule.HANDLER_STATIC, Place.NOWHERE, letter).text()).contains(letter);
  }
}
