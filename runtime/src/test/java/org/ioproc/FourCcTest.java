package org.ioproc;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four-character codes and error numbers. */
class FourCcTest {

  @Test
  void theFirstCharacterIsInTheLowestByte() {
    assertThat(FourCc.of("RIFF").value()).isEqualTo(0x46464952);
    assertThat(FourCc.DOS.value()).isEqualTo(0x20534F44);
  }

  @Test
  void shortCodesArePaddedWithSpaces() {
    assertThat(FourCc.of("ZIP")).isEqualTo(FourCc.of("ZIP "));
    assertThat(FourCc.of("Z").toString()).isEqualTo("Z   ");
  }

  @Test
  void unprintableBytesAreShownAsNumbers() {
    assertThat(new FourCc(0x00FF4142).toString()).isEqualTo("BA\\xFF\\x00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ABCDE", "Ä", "A\nB", "\u007f"})
  void invalidCodesAreRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> FourCc.of(text));
  }

  @Test
  void errorsAreFoundByTheirNumbers() {
    for (MmioError error : MmioError.values()) {
      assertThat(MmioError.of(error.code())).hasValue(error);
      assertThat(error.symbol()).matches("MM(IO|SYS)ERR_[A-Z]+");
    }
    assertThat(MmioError.of(0)).isEmpty();
  }

  @Test
  void anExceptionMustHaveAnError() {
    assertThrows(NullPointerException.class, () -> new MmioException(null, "text"));
  }
}
