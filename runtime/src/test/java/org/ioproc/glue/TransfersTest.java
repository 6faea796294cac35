package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tests the counts that handlers return, and transfers near the last position. */
class TransfersTest {

  private static final int LAST = Integer.MAX_VALUE;

  @Test
  @DisplayName(
      "callers take a short READ for the end, so a handler that reads less is called again")
  void aHandlerIsCalledUntilTheCountIsFull() throws Exception {
    MemoryGlue glue = new MemoryGlue(new MemoryFile("0123456789", 3));
    Caller caller = opened(glue);
    assertThat(caller.read(10)).isEqualTo("0123456789");
    assertThat(glue.calls).containsExactly("open a+b", "read", "read", "read", "read");
  }

  @Test
  void aHandlerThatReadsNothingReportsTheEnd() throws Exception {
    assertThat(opened(reading((buffer, position) -> 0)).read(4)).isEqualTo("");
  }

  @Test
  void aReadUpToTheLastPositionSucceeds() throws Exception {
    Caller caller = opened(reading(TransfersTest::endsAtLast));
    caller.info.diskOffset(LAST - 4);
    assertThat(caller.read(4)).isEqualTo("xxxx");
    assertThat(caller.info.diskOffset()).isEqualTo(LAST);
    assertThat(caller.read(4)).isEqualTo("");
    caller.info.diskOffset(LAST - 2);
    assertThat(caller.read(4)).isEqualTo("xx");
  }

  @Test
  void aReadBeyondTheLastPositionFailsAndIsNotShort() throws Exception {
    Caller caller = opened(reading(TransfersTest::endless));
    caller.info.diskOffset(LAST - 4);
    assertThat(caller.read(5)).isEqualTo("-1");
    assertThat(caller.info.diskOffset()).isEqualTo(LAST - 4);
    assertThat(caller.read(4)).isEqualTo("xxxx");
    assertThat(caller.read(1)).isEqualTo("-1");
  }

  @Test
  void aWriteBeyondTheLastPositionWritesNothing() throws Exception {
    MemoryGlue glue = new MemoryGlue(new MemoryFile("0123456789", 3));
    Caller caller = opened(glue);
    caller.info.diskOffset(LAST - 1);
    assertThat(caller.write("ab")).isEqualTo(-1);
    assertThat(glue.calls).containsExactly("open a+b");
  }

  @Test
  void aHandlerThatMiscountsFails() throws Exception {
    assertThat(opened(reading((buffer, position) -> 4)).read(4)).isEqualTo("-1");
    assertThat(opened(reading((buffer, position) -> -1 * buffer.put((byte) 1).position())).read(4))
        .isEqualTo("-1");
    assertThat(
            opened(reading((buffer, position) -> buffer.put((byte) 1).limit(2).position())).read(4))
        .isEqualTo("-1");
  }

  @Test
  void aWriterThatTakesNothingFails() throws Exception {
    assertThat(opened(writing((buffer, position) -> 0)).write("ab")).isEqualTo(-1);
    assertThat(opened(writing((buffer, position) -> -1)).write("ab")).isEqualTo(-1);
  }

  @Test
  void aWriterCannotChangeTheCallersBytes() throws Exception {
    MemoryGlue glue =
        writing(
            (buffer, position) -> {
              buffer.put(0, (byte) 1);
              return 1;
            });
    assertThat(opened(glue).write("ab")).isEqualTo(-1);
    assertThat(LastFailure.take()).isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void buffersAreLittleEndianAndAsLongAsTheCount() throws Exception {
    MemoryGlue glue =
        reading(
            (buffer, position) -> {
              assertThat(buffer.capacity()).isEqualTo(4);
              buffer.putInt(0x64636261);
              return 4;
            });
    assertThat(opened(glue).read(4)).isEqualTo("abcd");
  }

  private static int endless(ByteBuffer buffer, long position) {
    int count = buffer.remaining();
    while (buffer.hasRemaining()) {
      buffer.put((byte) 'x');
    }
    return count;
  }

  private static int endsAtLast(ByteBuffer buffer, long position) {
    return position >= LAST ? -1 : endless(buffer, position);
  }

  private static Caller opened(MemoryGlue glue) throws Exception {
    Caller caller = new Caller(Way.DIRECT, glue);
    assertThat(caller.open("a+b", MMIO_READWRITE)).isEqualTo(0);
    return caller;
  }

  private interface Handler {
    int handle(ByteBuffer buffer, long position);
  }

  private static MemoryGlue reading(Handler handler) {
    return new MemoryGlue(new MemoryFile("", 1)) {
      @Override
      protected int onRead(MemoryFile file, ByteBuffer buffer, long position) {
        return handler.handle(buffer, position);
      }
    };
  }

  private static MemoryGlue writing(Handler handler) {
    return new MemoryGlue(new MemoryFile("", 1)) {
      @Override
      protected int onWrite(MemoryFile file, ByteBuffer buffer, long position) {
        return handler.handle(buffer, position);
      }
    };
  }
}
