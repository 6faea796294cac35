package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ioproc.MmioMessage;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.transport.Transport;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the memory that an application's messages pass to handlers, with and without checks. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class MessageBuffersTest {

  private static final int MESSAGE = 0x8001;

  private final ByteBuffer memory = ByteBuffer.allocateDirect(64);
  private final long address = Transport.current().memory().address(memory);
  private final boolean check;
  private Handler handler = message -> 0;
  private ByteBuffer kept = ByteBuffer.allocate(0);

  MessageBuffersTest(boolean check) {
    this.check = check;
  }

  private interface Handler {
    long handle(MmioMessage message);
  }

  @AfterEach
  void keepMemory() {
    Reference.reachabilityFence(memory);
    System.clearProperty("org.ioproc.check");
  }

  @Test
  void handlersReadAndWriteTheProgramsMemory() throws Exception {
    memory.put(0, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    handler =
        message -> {
          int first = message.memory1(4).getInt();
          message.memory1(4).put(0, (byte) 9);
          int again = message.memory1(4).get(0);
          message.memory2(8).putInt(4, message.memory1(8).get(0));
          message.memory1(16).put(15, (byte) 10);
          return (long) first + again;
        };
    Caller caller = opened();
    assertThat(caller.send(MESSAGE, address, address)).isEqualTo(0x04030201 + 9);
    byte[] bytes = new byte[16];
    memory.get(0, bytes);
    assertThat(bytes).isEqualTo(new byte[] {9, 2, 3, 4, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10});
    assertThat(caller.close()).isEqualTo(0);
  }

  @Test
  void bytesWrittenByAFailingHandlerReachTheProgram() throws Exception {
    handler =
        message -> {
          message.memory1(4).put(0, (byte) 9);
          throw new IllegalStateException("failed");
        };
    assertThat(opened().send(MESSAGE, address, 0)).isEqualTo(-1);
    assertThat(memory.get(0)).isEqualTo((byte) 9);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 7})
  void anInvalidSizeIsRefused(int size) throws Exception {
    handler =
        message -> {
          assertThrows(IllegalArgumentException.class, () -> message.memory1(size));
          assertThrows(IllegalArgumentException.class, () -> message.memory2(size));
          return 1;
        };
    assertThat(opened().send(MESSAGE, address, address)).isEqualTo(1);
  }

  @Test
  void aKeptMessageReturnsNoBuffers() throws Exception {
    MmioMessage[] message = new MmioMessage[1];
    handler =
        given -> {
          message[0] = given;
          return given.memory1(1).get(0);
        };
    assertThat(opened().send(MESSAGE, address, address)).isEqualTo(0);
    assertThrows(IllegalStateException.class, () -> message[0].memory1(1));
    assertThrows(IllegalStateException.class, () -> message[0].memory2(1));
    assertThat(message[0].number()).isEqualTo(MESSAGE);
  }

  /** What a handler keeps: its buffer, or another buffer over the same memory. */
  static Stream<UnaryOperator<ByteBuffer>> shapes() {
    return Stream.of(
        buffer -> buffer,
        ByteBuffer::duplicate,
        ByteBuffer::slice,
        buffer -> buffer.slice(2, 2),
        buffer -> buffer.slice(3, 1).duplicate());
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aKeptCheckedBufferDoesNotReachTheProgram(UnaryOperator<ByteBuffer> shape) throws Exception {
    handler = message -> keep(shape.apply(message.memory2(4)));
    Caller caller = opened();
    assertThat(caller.send(MESSAGE, 0, address)).isEqualTo(1);
    memory.put(0, new byte[] {1, 2, 3, 4});
    if (!check) {
      return; // Without checks, the buffer reaches the program.
    }
    assertThat(kept.get(0)).isEqualTo((byte) 0xDB);
    kept.put(0, (byte) 9);
    assertThat(memory.getInt(0)).isEqualTo(0x01020304);
    assertThat(caller.send(MESSAGE, 0, address)).isEqualTo(-1);
    assertThat(LastFailure.take()).hasMessageThat().contains("valid only during its call");
    kept.put(0, (byte) 0xDB);
    assertThat(caller.send(MESSAGE, 0, address)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "write", "close"})
  void theNextMessageReportsAWriteToAKeptBuffer(String next) throws Exception {
    handler = message -> keep(message.memory1(4));
    Caller caller = opened();
    assertThat(caller.send(MESSAGE, address, 0)).isEqualTo(1);
    kept.put(3, (byte) 9);
    long answer =
        switch (next) {
          case "read" -> caller.read(ByteBuffer.allocateDirect(4), 4);
          case "write" -> caller.write("abcd");
          default -> caller.close();
        };
    long failed = next.equals("close") ? 260 : -1;
    assertThat(answer).isEqualTo(check ? failed : next.equals("close") ? 0 : 4);
  }

  private long keep(ByteBuffer buffer) {
    kept = buffer;
    return 1;
  }

  private Caller opened() throws Exception {
    if (check) {
      System.setProperty("org.ioproc.check", "true");
    }
    Caller caller = new Caller(Way.NATIVE, new MessageGlue());
    assertThat(caller.open("a+b", MMIO_READWRITE)).isEqualTo(0);
    return caller;
  }

  private final class MessageGlue extends MemoryGlue {

    MessageGlue() {
      super(new MemoryFile("0123456789", 3));
    }

    @Override
    protected boolean handles(int message) {
      return message == MESSAGE;
    }

    @Override
    protected long onMessage(MemoryFile file, MmioMessage message) {
      return handler.handle(message);
    }
  }
}
