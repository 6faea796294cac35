package org.ioproc.internal.timeline;

import static com.google.common.truth.Truth.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.LongStream;
import org.ioproc.testing.TracedMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a log keeps, and how its picture maps times and positions. */
final class TimelineLogTest {

  /** Whatever the messages are, the marks are few, and each message is in one of them. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 200})
  void marksAreBounded(int files) {
    TimelineLog log = new TimelineLog();
    TracedMessages[] messages = new TracedMessages[files];
    Random random = new Random(files);
    for (int i = 0; i < files; i++) {
      messages[i] = new TracedMessages("a.zip+b", i + 1);
    }
    for (int i = 0; i < 60_000; i++) {
      TracedMessages file = messages[random.nextInt(files)];
      log.add(
          switch (random.nextInt(4)) {
            case 0 -> file.seek(random.nextInt(100_000));
            case 1 -> file.write(random.nextInt(100));
            case 2 -> file.failed(0, "disk");
            default -> file.read(random.nextInt(100));
          });
      assertThat(log.tracks().size()).isAtMost(TimelineLog.MOST_FILES);
    }
    assertThat(log.allMarks().count()).isAtMost(TimelineLog.MOST_MARKS);
    long drawn = log.allMarks().mapToLong(Mark::count).sum();
    long tracked = log.tracks().stream().mapToLong(track -> track.counts().messages()).sum();
    assertThat(drawn).isEqualTo(tracked);
    assertThat(log.isExact()).isEqualTo(files <= TimelineLog.MOST_FILES);
  }

  @Test
  void aFileThatIsReadInSequenceStaysALine() {
    TimelineLog log = new TimelineLog();
    TracedMessages file = new TracedMessages("a.zip+b", 1);
    for (int i = 0; i < 100_000; i++) {
      log.add(file.read(10));
    }
    FileTrack track = log.tracks().get(0);
    assertThat(track.marks().stream().allMatch(Mark::isOneLine)).isTrue();
    assertThat(track.highest()).isEqualTo(1_000_000);
    long position = 0;
    for (Mark mark : track.marks()) {
      assertThat(mark.from()).isEqualTo(position);
      position = mark.to();
    }
  }

  @Test
  void partsAreCountedAsABitSetCountsThem() {
    Random random = new Random(5);
    ReadRanges ranges = new ReadRanges();
    BitSet model = new BitSet();
    for (int i = 0; i < 20_000; i++) {
      int start = random.nextInt(3000);
      int end = start + random.nextInt(30);
      assertThat(ranges.add(start, end)).isEqualTo(model.get(start, end).cardinality());
      model.set(start, end);
      if (i % 500 == 0) {
        ranges = new ReadRanges();
        model.clear();
      }
    }
  }

  @Test
  void tooManyPartsAreNoticed() {
    ReadRanges ranges = new ReadRanges();
    for (int i = 0; i <= ReadRanges.MOST; i++) {
      assertThat(ranges.isFull()).isFalse();
      assertThat(ranges.add(10L * i, 10L * i + 1)).isEqualTo(0);
    }
    assertThat(ranges.isFull()).isTrue();
    assertThat(ranges.add(0, 1)).isEqualTo(1);
  }

  /** A slow opening takes 90 of 100, and each later message stays in its order. */
  @Test
  void aLongStretchIsShortened() {
    TimeAxis axis = new TimeAxis(LongStream.of(0, 90, 91, 92, 95, 97, 98, 100), 0, 1000);
    assertThat(axis.breaks()).containsExactly(new TimeAxis.Break(0, 90));
    assertThat(axis.at(0)).isWithin(1e-6).of(0);
    assertThat(axis.at(90)).isWithin(1e-6).of(35);
    assertThat(axis.at(95)).isWithin(1e-6).of(35 + 965 / 2.0);
    assertThat(axis.at(100)).isWithin(1e-6).of(1000);
    for (int i = 1; i <= 100; i++) {
      assertThat(axis.at(i)).isGreaterThan(axis.at(i - 1));
    }
    assertThat(axis.ticks()).contains(94L);
    assertThat(axis.ticks()).doesNotContain(50L);
  }

  @Test
  void evenTimesAreNotShortened() {
    TimeAxis axis = new TimeAxis(LongStream.rangeClosed(0, 10), 0, 100);
    assertThat(axis.breaks()).isEmpty();
    assertThat(axis.at(5)).isWithin(1e-6).of(50);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "9999, '9,999 B'",
    "10000, 9.77 KiB",
    "194672, 190 KiB",
    "1048576, 1.00 MiB",
    "402653184, 384 MiB",
    "5000000000, 4.66 GiB"
  })
  void bytesAreReadable(long bytes, String text) {
    assertThat(Units.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 ns", "999, 999 ns", "1500, 1.50 µs", "45600000, 45.6 ms", "7210000000, 7.21 s"})
  void timesAreReadable(long nanoseconds, String text) {
    assertThat(Units.time(nanoseconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b.zip+c, b.zip+c",
    "C:\\a\\b.zip+c, b.zip+c",
    "b.dir+c/d, b.dir+c/d",
    "a/b, a/b",
    "+x, +x"
  })
  void foldersOfContainersAreLeftOut(String file, String name) {
    assertThat(Units.name(file)).isEqualTo(name);
  }
}
