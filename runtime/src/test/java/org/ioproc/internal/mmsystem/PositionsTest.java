package org.ioproc.internal.mmsystem;

import static com.google.common.truth.Truth.assertThat;

import java.util.stream.Stream;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that each text contains the observed numbers. */
class PositionsTest {

  static Stream<Arguments> theTextContainsTheObservedNumbers() {
    return Stream.of(
        Arguments.of(
            Positions.overwritten(-7),
            "A position must be 0 to 2147483647; lDiskOffset is -7: it was overwritten."),
        Arguments.of(
            Positions.unknownOrigin(3),
            "An origin must be 0 for the start, 1 for the position or 2 for the end; this one is 3."),
        Arguments.of(
            Positions.outside(5, 1, 2147483650L),
            "A position must be 0 to 2147483647; offset 5 with origin 1 leads to 2147483650."),
        Arguments.of(
            Positions.beyond(MmioError.INVALID_PARAMETER, "the file has 3221225472 bytes"),
            "mmio's positions end at 2147483647; the file has 3221225472 bytes."));
  }

  @ParameterizedTest
  @MethodSource
  void theTextContainsTheObservedNumbers(MmioException failure, String text) {
    assertThat(failure).hasMessageThat().isEqualTo(text);
    assertThat(failure.error()).isEqualTo(MmioError.INVALID_PARAMETER);
  }
}
