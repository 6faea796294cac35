package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ioproc.internal.transport.Transport;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests counts near 2^31. The largest counts are valid, although no {@code ByteBuffer} over native
 * memory can have as many bytes. The handlers only count, and touch no memory.
 */
class LargeCountsTest {

  private static final long LAST = Integer.MAX_VALUE;

  /** In 32-bit processes, the parameters of messages are signed 32-bit numbers. */
  private static final boolean WIDE = Transport.current().memory().pointerSize() == Long.BYTES;

  private final List<Long> positions = new ArrayList<>();
  private long size = Long.MAX_VALUE;

  @AfterEach
  void clearProperty() {
    System.clearProperty("org.ioproc.check");
  }

  static Stream<Arguments> validCounts() {
    return rows(0, 1, 1 << 30, LAST - 9, LAST - 8, LAST - 7, LAST - 6, LAST - 1, LAST);
  }

  static Stream<Arguments> invalidCounts() {
    return WIDE
        ? rows(-1, Integer.MIN_VALUE, LAST + 1, 0xFFFFFFFFL, 1L << 32, Long.MAX_VALUE, -LAST)
        : rows(-1, Integer.MIN_VALUE, -LAST);
  }

  private static Stream<Arguments> rows(long... counts) {
    return Stream.of(Way.values())
        .flatMap(way -> LongStream.of(counts).mapToObj(count -> Arguments.arguments(way, count)));
  }

  @ParameterizedTest
  @MethodSource("validCounts")
  void allBytesAreReadAndWritten(Way way, long count) throws Exception {
    for (int message : new int[] {0, 1, 5}) {
      assertThat(opened(way).send(message, 0x10000, count)).isEqualTo(count);
      assertThat(positions.stream().allMatch(position -> position < Math.max(count, 1))).isTrue();
    }
  }

  /** The file ends in the middle of a buffer. */
  @ParameterizedTest
  @MethodSource("validCounts")
  void aFileOfTwoBytesIsRead(Way way, long count) throws Exception {
    size = 2;
    assertThat(opened(way).send(0, 0x10000, count)).isEqualTo(Math.min(2, count));
  }

  @ParameterizedTest
  @MethodSource("validCounts")
  void aFileThatEndsAfterTheFirstPartIsRead(Way way, long count) throws Exception {
    size = LAST - 5;
    assertThat(opened(way).send(0, 0x10000, count)).isEqualTo(Math.min(size, count));
  }

  /** The check copies the buffer, but must not copy more at once than memory allows. */
  @ParameterizedTest
  @MethodSource("validCounts")
  void aFileOfTwoBytesIsReadWithChecks(Way way, long count) throws Exception {
    System.setProperty("org.ioproc.check", "true");
    size = 2;
    ByteBuffer memory = ByteBuffer.allocateDirect(2);
    assertThat(opened(way).read(memory, count)).isEqualTo(Math.min(2, count));
  }

  @ParameterizedTest
  @MethodSource("invalidCounts")
  void anInvalidCountIsRefused(Way way, long count) throws Exception {
    for (int message : new int[] {0, 1, 5}) {
      assertThat(opened(way).send(message, 0x10000, count)).isEqualTo(-1);
    }
    assertThat(positions).isEmpty();
  }

  private Caller opened(Way way) throws Exception {
    Caller caller = new Caller(way, new CountingGlue());
    assertThat(caller.open("a+b", MMIO_READWRITE)).isEqualTo(0);
    return caller;
  }

  private final class CountingGlue extends MemoryGlue {

    CountingGlue() {
      super(new MemoryFile("", 1));
    }

    @Override
    protected int onRead(MemoryFile file, ByteBuffer buffer, long position) {
      return count(buffer, position, (int) Math.min(buffer.remaining(), size - position));
    }

    @Override
    protected int onWrite(MemoryFile file, ByteBuffer buffer, long position) {
      return count(buffer, position, buffer.remaining());
    }

    private int count(ByteBuffer buffer, long position, int count) {
      positions.add(position);
      buffer.position(buffer.position() + Math.max(count, 0));
      return Math.max(count, 0);
    }
  }
}
