package org.ioproc.testing;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.testing.TimelinePictureTest.parsed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.ioproc.TracedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the totals of timelines. */
final class MessageTimelineTest {

  private static final int SIZE = 5000;

  private final MessageTimeline timeline = new MessageTimeline();

  /** Compares random messages with a plain model: sums, and the set of bytes that were read. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void totalsAreThoseOfAModel(long seed) {
    Random random = new Random(seed);
    List<TracedMessages> files = new ArrayList<>();
    List<BitSet> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      files.add(new TracedMessages("a.zip+" + i, i + 1));
      seen.add(new BitSet());
    }
    long[] sums = new long[7];
    for (int i = 0; i < 3000; i++) {
      int file = random.nextInt(files.size());
      TracedMessage message = random(files.get(file), random);
      timeline.accept(message);
      count(message, seen.get(file), sums);
    }
    assertThat(timeline.totals())
        .isEqualTo(
            new MessageTotals(
                3000,
                5,
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                sums[5],
                Duration.ofNanos(sums[6])));
    assertThat(parsed(timeline.svg())).isNotNull();
  }

  private static TracedMessage random(TracedMessages file, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> file.seek(random.nextInt(SIZE));
      case 1 -> file.write(random.nextInt(100));
      case 2 -> file.failed(random.nextInt(3), "disk");
      default -> file.read(random.nextInt(200));
    };
  }

  private static void count(TracedMessage message, BitSet seen, long[] sums) {
    sums[6] += message.duration();
    int from = (int) message.position();
    int to = (int) message.positionAfter();
    if (message.failure() != null) {
      sums[0]++;
    } else if (message.message() == MMIOM_READ) {
      sums[1] += to - from;
      sums[2] += seen.get(from, to).cardinality();
      seen.set(from, to);
    } else if (message.message() == MMIOM_SEEK) {
      sums[4]++;
      sums[5] += to < from ? 1 : 0;
    } else {
      sums[3] += to - from;
    }
  }

  @Test
  void bytesThatAnotherOpeningReadAreNotReadAgain() {
    for (int i = 1; i <= 2; i++) {
      TracedMessages file = new TracedMessages("a.zip+b", i);
      timeline.accept(file.open());
      timeline.accept(file.read(10));
      timeline.accept(file.close());
    }
    assertThat(timeline.totals().bytesRead()).isEqualTo(20);
    assertThat(timeline.totals().bytesReadAgain()).isEqualTo(0);
    assertThat(timeline.totals().files()).isEqualTo(2);
  }

  @Test
  void threadsMayShareATimeline() throws Exception {
    List<Thread> threads = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    for (int i = 1; i <= 4; i++) {
      TracedMessages file = new TracedMessages("a.zip+b", i);
      Thread thread =
          new Thread(
              () -> {
                await(start);
                for (int k = 0; k < 20_000; k++) {
                  timeline.accept(file.read(10));
                }
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (int i = 0; i < 5; i++) {
      assertThat(parsed(timeline.svg())).isNotNull();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(timeline.totals().bytesRead()).isEqualTo(4 * 20_000 * 10);
    assertThat(timeline.totals().files()).isEqualTo(4);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
