package org.ioproc.internal.timeline;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests where times are drawn, and which are labelled. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TimeAxisTest {

  private static final long MICROSECOND = 1_000;
  private static final long DAY = 86_400_000_000_000L;

  private static TimeAxis axis(LongStream moments) {
    return new TimeAxis(moments, 0, 1000);
  }

  private static List<String> labels(TimeAxis axis) {
    return axis.ticks().stream().map(axis::label).toList();
  }

  @Test
  void timesWithoutAPauseAreEvenlySpaced() {
    TimeAxis axis = axis(LongStream.rangeClosed(0, 10).map(i -> 5 + i * MICROSECOND));
    assertThat(axis.breaks()).isEmpty();
    assertThat(axis.at(5)).isEqualTo(0.0);
    assertThat(axis.at(5 + 5 * MICROSECOND)).isWithin(0.01).of(500);
    assertThat(axis.at(5 + 10 * MICROSECOND)).isWithin(0.01).of(1000);
    assertThat(labels(axis))
        .containsExactly(
            "0", "1 µs", "2 µs", "3 µs", "4 µs", "5 µs", "6 µs", "7 µs", "8 µs", "9 µs", "10 µs")
        .inOrder();
  }

  /** A pause of a day between two readings that take microseconds. */
  @Test
  void aLongPauseIsShortened() {
    LongStream before = LongStream.rangeClosed(0, 10).map(i -> i * MICROSECOND);
    LongStream after = LongStream.rangeClosed(0, 10).map(i -> DAY + i * MICROSECOND);
    TimeAxis axis = axis(LongStream.concat(before, after));
    assertThat(axis.breaks()).containsExactly(new TimeAxis.Break(10 * MICROSECOND, DAY));
    assertThat(axis.at(10 * MICROSECOND)).isWithin(0.01).of(482.5);
    assertThat(axis.at(DAY)).isWithin(0.01).of(517.5);
    assertThat(axis.at(DAY + 10 * MICROSECOND)).isWithin(0.01).of(1000);
    assertThat(axis.ticks())
        .containsExactlyElementsIn(
            LongStream.concat(
                    LongStream.rangeClosed(0, 2).map(i -> i * 5 * MICROSECOND),
                    LongStream.rangeClosed(0, 2).map(i -> DAY + i * 5 * MICROSECOND))
                .boxed()
                .toList())
        .inOrder();
  }

  @Test
  void noTickIsInABreakOrAfterTheEnd() {
    long[] moments = {-7 * DAY, 3, 4, 9, 11 * DAY, 11 * DAY + 7};
    TimeAxis axis = axis(LongStream.of(moments));
    assertThat(axis.breaks()).hasSize(3);
    assertThat(axis.ticks().size()).isAtMost(20);
    for (long tick : axis.ticks()) {
      assertThat(tick).isAtMost(axis.end());
      assertThat(axis.breaks().stream().noneMatch(b -> b.begin() < tick && tick < b.end()))
          .isTrue();
    }
  }

  @Test
  void placesNeverLeadBack() {
    TimeAxis axis = axis(LongStream.of(0, 1, 2, 100_000, 100_001, DAY, DAY + 5));
    double place = -1;
    for (long moment : new long[] {0, 1, 2, 50_000, 100_000, 100_001, 7 * DAY / 8, DAY, DAY + 5}) {
      assertThat(axis.at(moment)).isGreaterThan(place);
      place = axis.at(moment);
    }
    assertThat(place).isWithin(0.01).of(1000);
  }
}
