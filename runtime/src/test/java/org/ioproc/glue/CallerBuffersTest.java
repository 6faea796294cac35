package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The views of callers' memory, plain and checked. */
class CallerBuffersTest {

  private final ByteBuffer memory = ByteBuffer.allocateDirect(64);
  private final long address = Transport.current().memory().address(memory);

  @AfterEach
  void keepMemory() {
    Reference.reachabilityFence(memory);
  }

  @Test
  void viewsAreKeptAndSetAnew() {
    CallerBuffers buffers = new CallerBuffers(false);
    ByteBuffer view = buffers.toFill(address, 16);
    view.order(ByteOrder.BIG_ENDIAN).position(7).limit(9);
    for (int i = 1; i < 4; i++) {
      buffers.toFill(address + 16L * i, 16);
    }
    assertThat(buffers.toFill(address, 16)).isSameInstanceAs(view);
    assertThat(view.position()).isEqualTo(0);
    assertThat(view.limit()).isEqualTo(16);
    assertThat(view.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    assertThat(buffers.toFill(address, 8)).isNotSameInstanceAs(view);
  }

  @Test
  void checkedReadsReachTheCallerOnceTheyAreDone() {
    CallerBuffers buffers = new CallerBuffers(true);
    ByteBuffer lent = buffers.toFill(address, 4);
    lent.putInt(0x04030201);
    assertThat(memory.get(0)).isEqualTo(0);
    buffers.filled(address, 4, 3);
    buffers.takeBack();
    assertThat(new byte[] {memory.get(0), memory.get(1), memory.get(2), memory.get(3)})
        .isEqualTo(new byte[] {1, 2, 3, 0});
    assertThat(lent.get(0)).isEqualTo((byte) 0xDB);
    buffers.check();
  }

  @Test
  void checkedWritesSeeTheCallersBytesUntilTheyAreDone() {
    CallerBuffers buffers = new CallerBuffers(true);
    memory.put(0, (byte) 5);
    ByteBuffer lent = buffers.toTake(address, 4);
    assertThat(lent.isReadOnly()).isTrue();
    assertThat(lent.get(0)).isEqualTo(5);
    buffers.takeBack();
    assertThat(lent.get(0)).isEqualTo((byte) 0xDB);
    assertThat(memory.get(0)).isEqualTo(5);
  }

  @Test
  void aHandlerThatWritesLaterIsFound() {
    CallerBuffers buffers = new CallerBuffers(true);
    ByteBuffer lent = buffers.toFill(address, 4);
    buffers.takeBack();
    lent.put(2, (byte) 1);
    assertThrows(IllegalStateException.class, () -> buffers.toFill(address, 4));
    assertThat(buffers.toFill(address, 4).remaining()).isEqualTo(4);
  }
}
