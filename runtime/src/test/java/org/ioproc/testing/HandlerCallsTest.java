package org.ioproc.testing;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.MmioMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerCallsTest {

  private static final byte[] CONTENT = {1, 2, 3, 4, 5, 6, 7};

  /** Reads at most three bytes at a time. */
  private static int read(byte[] content, ByteBuffer buffer, long position) {
    int count = (int) Math.min(Math.min(3, buffer.remaining()), content.length - position);
    if (count <= 0) {
      return -1;
    }
    buffer.put(content, (int) position, count);
    return count;
  }

  @Test
  void readsUntilTheCountOrTheEnd() throws Exception {
    assertThat(HandlerCalls.read(HandlerCallsTest::read, CONTENT, 1, 4))
        .isEqualTo(new byte[] {2, 3, 4, 5});
    assertThat(HandlerCalls.read(HandlerCallsTest::read, CONTENT, 5, 100))
        .isEqualTo(new byte[] {6, 7});
    assertThat(HandlerCalls.read(HandlerCallsTest::read, CONTENT, 100, 100)).isEmpty();
    assertThat(HandlerCalls.read(HandlerCallsTest::read, CONTENT, 0, 0)).isEmpty();
  }

  @Test
  void writesAllBytes() throws Exception {
    byte[] written = new byte[10];
    HandlerCalls.write(HandlerCallsTest::write, written, 2, CONTENT);
    assertThat(written).isEqualTo(new byte[] {0, 0, 1, 2, 3, 4, 5, 6, 7, 0});
  }

  private static int write(byte[] file, ByteBuffer buffer, long position) {
    int count = Math.min(3, buffer.remaining());
    buffer.get(file, (int) position, count);
    return count;
  }

  @Test
  void buffersAreLikeThoseOfPrograms() throws Exception {
    byte[] unused =
        HandlerCalls.read(
            (file, buffer, position) -> {
              assertThat(buffer.isDirect()).isTrue();
              assertThat(buffer.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
              return -1;
            },
            "",
            0,
            10);
    assertThrows(
        ReadOnlyBufferException.class,
        () ->
            HandlerCalls.write(
                (file, buffer, position) -> {
                  assertThat(buffer.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
                  buffer.put((byte) 1);
                  return 1;
                },
                "",
                0,
                CONTENT));
  }

  @Test
  void aBufferIsOverwrittenAfterwards() throws Exception {
    List<ByteBuffer> kept = new ArrayList<>();
    HandlerCalls.Transfer<byte[]> keeps =
        (file, buffer, position) -> {
          kept.add(buffer);
          buffer.position(buffer.limit());
          return buffer.limit();
        };
    byte[] unused = HandlerCalls.read(keeps, CONTENT, 0, 4);
    HandlerCalls.write(keeps, CONTENT, 0, CONTENT);
    for (ByteBuffer buffer : kept) {
      assertThat(buffer.get(0)).isEqualTo((byte) 0xDB);
      assertThat(buffer.get(buffer.capacity() - 1)).isEqualTo((byte) 0xDB);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 1, 2, 4})
  void aWrongCountIsReported(int count) {
    HandlerCalls.Transfer<String> wrong =
        (file, buffer, position) -> {
          buffer.position(3);
          return count;
        };
    AssertionError read =
        assertThrows(AssertionError.class, () -> HandlerCalls.read(wrong, "", 0, 10));
    assertThat(read).hasMessageThat().contains("it returned " + count + " and moved from 0 to 3");
    assertThrows(AssertionError.class, () -> HandlerCalls.write(wrong, "", 0, new byte[10]));
  }

  @Test
  void minusOneIsNoResultOfAWrite() {
    assertThrows(
        AssertionError.class,
        () -> HandlerCalls.write((file, buffer, position) -> -1, "", 0, CONTENT));
  }

  @Test
  void aWriteThatTakesNothingIsReported() {
    AssertionError empty =
        assertThrows(
            AssertionError.class,
            () -> HandlerCalls.write((file, buffer, position) -> 0, "", 0, CONTENT));
    assertThat(empty).hasMessageThat().isEqualTo("1000 calls in a row took no byte.");
  }

  @Test
  void aHandlersFailureIsThrown() {
    assertThrows(
        IOException.class,
        () ->
            HandlerCalls.read(
                (file, buffer, position) -> {
                  throw new IOException();
                },
                "",
                0,
                1));
  }

  @Test
  void aMessageHasMemory() {
    ByteBuffer memory = ByteBuffer.allocate(8).putInt(0, 5);
    MmioMessage message = HandlerCalls.message(0x8001, memory, ByteBuffer.allocate(0));
    assertThat(message.number()).isEqualTo(0x8001);
    assertThat(message.lParam1()).isEqualTo(8);
    assertThat(message.lParam2()).isEqualTo(0);
    assertThat(message.memory1(4).getInt()).isEqualTo(5 << 24);
    message.memory1(8).putInt(4, 1);
    assertThat(memory.getInt(4)).isEqualTo(1 << 24);
    assertThrows(IllegalArgumentException.class, () -> message.memory2(1));
    assertThrows(IllegalArgumentException.class, () -> message.memory1(-1));
  }
}
