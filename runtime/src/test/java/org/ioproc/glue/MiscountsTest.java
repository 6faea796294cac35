package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.glue.MiscountsTest.Answer.FAULT;
import static org.ioproc.glue.MiscountsTest.Answer.FINE;
import static org.ioproc.glue.MiscountsTest.Answer.LOST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.ioproc.support.LogRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests handlers and channels that return impossible counts and sizes. */
class MiscountsTest {

  private static final int ROOM = 8;

  /** The outcome of a message. */
  enum Answer {
    /** The message succeeds, and nothing is logged. */
    FINE,
    /** The message returns -1, and one line is logged. */
    LOST,
    /** The message returns -1, and the procedure's fault is logged with its stack trace. */
    FAULT
  }

  /** What a handler does with its buffer, and what it returns. */
  record Row(String name, Counted counted, Answer answer) {
    @Override
    public String toString() {
      return name + ": " + answer;
    }
  }

  interface Counted {
    int with(ByteBuffer buffer, long position);
  }

  private final LogRecords log = new LogRecords();

  @BeforeEach
  void listen() {
    log.open(Level.INFO);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  static Stream<Row> reads() {
    return Stream.of(
        new Row("all", (buffer, position) -> moved(buffer, ROOM, ROOM), FINE),
        new Row("0 is the end", (buffer, position) -> 0, FINE),
        new Row("-1 is the end", (buffer, position) -> -1, FINE),
        new Row("the end after some bytes", (buffer, position) -> some(buffer, position, -1), FINE),
        new Row("-2", (buffer, position) -> -2, FAULT),
        new Row("-5", (buffer, position) -> -5, FAULT),
        new Row("the least int", (buffer, position) -> Integer.MIN_VALUE, FAULT),
        new Row("-5 after some bytes", (buffer, position) -> some(buffer, position, -5), FAULT),
        new Row("-1 with bytes", (buffer, position) -> moved(buffer, 2, -1), FAULT),
        new Row("0 with bytes", (buffer, position) -> moved(buffer, 2, 0), FAULT),
        new Row("more than moved", (buffer, position) -> moved(buffer, 2, 3), FAULT),
        new Row("less than moved", (buffer, position) -> moved(buffer, 3, 2), FAULT),
        new Row("more than room", (buffer, position) -> moved(buffer, ROOM, ROOM + 1), FAULT),
        new Row("the largest int", (buffer, position) -> Integer.MAX_VALUE, FAULT),
        new Row("a limit", (buffer, position) -> moved(buffer.limit(4), 4, 4), FAULT),
        new Row("backwards", MiscountsTest::backwards, FAULT));
  }

  static Stream<Row> writes() {
    return Stream.of(
        new Row("all", (buffer, position) -> moved(buffer, ROOM, ROOM), FINE),
        new Row("a byte", (buffer, position) -> moved(buffer, buffer.position() + 1, 1), FINE),
        new Row("0, but not forever", slowly(), FINE),
        new Row("0 forever", (buffer, position) -> 0, LOST),
        new Row("0 after some bytes", (buffer, position) -> some(buffer, position, 0), LOST),
        new Row("-1", (buffer, position) -> -1, FAULT),
        new Row("-5", (buffer, position) -> -5, FAULT),
        new Row("-1 after some bytes", (buffer, position) -> some(buffer, position, -1), FAULT),
        new Row("more than moved", (buffer, position) -> moved(buffer, 2, 3), FAULT),
        new Row("less than moved", (buffer, position) -> moved(buffer, 3, 2), FAULT),
        new Row("more than remains", (buffer, position) -> moved(buffer, ROOM, 9), FAULT),
        new Row("a limit", (buffer, position) -> moved(buffer.limit(4), 4, 4), FAULT),
        new Row("backwards", MiscountsTest::backwards, FAULT));
  }

  private static int moved(ByteBuffer buffer, int to, int result) {
    buffer.position(to);
    return result;
  }

  /** Transfers nothing 999 times before each byte. */
  private static Counted slowly() {
    AtomicInteger calls = new AtomicInteger();
    return (buffer, position) ->
        calls.incrementAndGet() % 1000 == 0 ? moved(buffer, buffer.position() + 1, 1) : 0;
  }

  private static int some(ByteBuffer buffer, long position, int result) {
    return position == 0 ? moved(buffer, 2, 2) : result;
  }

  private static int backwards(ByteBuffer buffer, long position) {
    return position == 0 ? moved(buffer, 2, 2) : moved(buffer, 1, -1);
  }

  @ParameterizedTest
  @MethodSource("reads")
  void theReadsOfAHandlerAreChecked(Row row) throws Exception {
    Caller caller = opened(handlers(row.counted, 0));
    check(row.answer, caller.read(ByteBuffer.allocateDirect(ROOM), ROOM));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void theReadsOfAChannelAreChecked(Row row) throws Exception {
    boolean idle = row.name.equals("0 is the end"); // A channel ends with -1 only.
    Caller caller = opened(channel(row.counted, 0));
    check(idle ? LOST : row.answer, caller.read(ByteBuffer.allocateDirect(ROOM), ROOM));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void theWritesOfAHandlerAreChecked(Row row) throws Exception {
    check(row.answer, opened(handlers(row.counted, 0)).write("01234567"));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void theWritesOfAChannelAreChecked(Row row) throws Exception {
    check(row.answer, opened(channel(row.counted, 0)).write("01234567"));
  }

  record Size(long size, long offset, Answer answer) {}

  static Stream<Size> sizes() {
    return Stream.of(
        new Size(0, 0, FINE),
        new Size(Integer.MAX_VALUE, 0, FINE),
        new Size(1L + Integer.MAX_VALUE, 1, FINE),
        new Size(1L + Integer.MAX_VALUE, 0, LOST),
        new Size(Long.MAX_VALUE, 0, LOST),
        new Size(-1, 0, FAULT),
        new Size(-5, 0, FAULT),
        new Size(Long.MIN_VALUE, 0, FAULT));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void sizesAreChecked(Size row) throws Exception {
    for (IoProcGlue<?> glue :
        List.of(handlers((buffer, at) -> 0, row.size), channel((buffer, at) -> 0, row.size))) {
      check(row.answer, opened(glue).seek(row.offset, 2));
    }
  }

  /** A channel that ignores its new position must not read or write at the old one. */
  @ParameterizedTest
  @MethodSource("positions")
  void aChannelThatIgnoresItsPositionFails(long position) throws Exception {
    Channel elsewhere = new Channel((buffer, at) -> moved(buffer, ROOM, ROOM), 0);
    elsewhere.position = position;
    elsewhere.stays = true;
    Caller caller = opened(new OpenerGlue("GIVE", request -> elsewhere));
    check(LOST, caller.read(ByteBuffer.allocateDirect(ROOM), ROOM));
    check(LOST, caller.write("01234567"));
  }

  static Stream<Long> positions() {
    return Stream.of(1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);
  }

  private void check(Answer expected, long result) {
    List<LogRecord> records = log.records();
    if (expected == FINE) {
      assertThat(result).isAtLeast(0);
      assertThat(records).isEmpty();
      return;
    }
    assertThat(result).isEqualTo(-1);
    LogRecord last = records.get(records.size() - 1);
    assertThat(last.getLevel()).isEqualTo(Level.WARNING);
    assertThat(last.getThrown() != null).isEqualTo(expected == FAULT);
  }

  private static Caller opened(IoProcGlue<?> glue) throws Exception {
    Caller caller = new Caller(Way.NATIVE, glue);
    assertThat(caller.open("a+b", MMIO_READWRITE)).isEqualTo(0);
    return caller;
  }

  private static MemoryGlue handlers(Counted counted, long size) {
    return new MemoryGlue(new MemoryFile("", 1)) {
      @Override
      protected int onRead(MemoryFile file, ByteBuffer buffer, long position) {
        return counted.with(buffer, position);
      }

      @Override
      protected int onWrite(MemoryFile file, ByteBuffer buffer, long position) {
        return counted.with(buffer, position);
      }

      @Override
      protected long onSize(MemoryFile file) {
        return size;
      }
    };
  }

  private static OpenerGlue channel(Counted counted, long size) {
    return new OpenerGlue("GIVE", request -> new Channel(counted, size));
  }

  private static final class Channel implements SeekableByteChannel {
    private final Counted counted;
    private final long size;
    private long position;
    private boolean stays;

    Channel(Counted counted, long size) {
      this.counted = counted;
      this.size = size;
    }

    @Override
    public int read(ByteBuffer target) {
      return counted.with(target, position);
    }

    @Override
    public int write(ByteBuffer source) {
      return counted.with(source, position);
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
      position = stays ? position : newPosition;
      return this;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
      throw new AssertionError("mmio truncates nothing");
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
