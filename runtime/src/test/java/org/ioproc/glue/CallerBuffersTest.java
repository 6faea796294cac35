package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the views of callers' memory, with and without checks. */
class CallerBuffersTest {

  private static final byte POISON = (byte) 0xDB;

  private final ByteBuffer memory = ByteBuffer.allocateDirect(64);
  private final long address = Transport.current().memory().address(memory);
  private final CallerBuffers plain = new CallerBuffers(false);
  private final CallerBuffers checked = new CallerBuffers(true);

  @AfterEach
  void keepMemory() {
    Reference.reachabilityFence(memory);
  }

  @Test
  void viewsAreCachedAndReset() {
    CallerBuffer lent = plain.lend(address, 16);
    ByteBuffer view = lent.forRead();
    view.order(ByteOrder.BIG_ENDIAN).position(7).limit(9);
    plain.revoke(lent);
    for (int i = 1; i < 4; i++) {
      plain.revoke(plain.lend(address + 16L * i, 16));
    }
    assertThat(plain.lend(address, 16)).isSameInstanceAs(lent);
    assertThat(lent.forRead()).isSameInstanceAs(view);
    assertThat(view.position()).isEqualTo(0);
    assertThat(view.limit()).isEqualTo(16);
    assertThat(view.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    assertThat(plain.lend(address, 8)).isNotSameInstanceAs(lent);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLentBufferIsNotLentTwice(boolean check) {
    CallerBuffers buffers = check ? checked : plain;
    CallerBuffer outer = buffers.lend(address, 16);
    ByteBuffer used = outer.forRead().position(5);
    CallerBuffer inner = buffers.lend(address, 16);
    assertThat(inner.forRead().position()).isEqualTo(0);
    buffers.revoke(inner);
    assertThat(used.position()).isEqualTo(5);
    used.put(0, (byte) 1);
    buffers.revoke(outer);
    buffers.check();
  }

  @Test
  void aCheckedReadReachesTheCallerAtItsEnd() {
    CallerBuffer lent = checked.lend(address, 4);
    ByteBuffer buffer = lent.forRead().putInt(0x04030201);
    assertThat(memory.get(0)).isEqualTo(0);
    lent.returnRead(3);
    checked.revoke(lent);
    assertThat(bytes(4)).isEqualTo(new byte[] {1, 2, 3, 0});
    assertThat(buffer.get(0)).isEqualTo(POISON);
    checked.check();
  }

  @Test
  void aCheckedWriteSeesTheCallersBytesUntilItsEnd() {
    memory.put(0, (byte) 5);
    CallerBuffer lent = checked.lend(address, 4);
    ByteBuffer buffer = lent.forWrite();
    assertThat(buffer.isReadOnly()).isTrue();
    assertThat(buffer.get(0)).isEqualTo(5);
    checked.revoke(lent);
    assertThat(buffer.get(0)).isEqualTo(POISON);
    assertThat(memory.get(0)).isEqualTo(5);
  }

  @Test
  void aCheckedMessageReturnsOnlyChangedBytes() {
    memory.put(0, new byte[] {1, 2, 3, 4});
    CallerBuffer lent = checked.lend(address, 4);
    ByteBuffer buffer = lent.forMessage(4);
    assertThat(buffer.getInt(0)).isEqualTo(0x04030201);
    buffer.put(1, (byte) 7);
    memory.put(2, (byte) 8); // As by another thread of the program.
    lent.returnChanges();
    assertThat(bytes(4)).isEqualTo(new byte[] {1, 7, 8, 4});
    checked.revoke(lent);
    assertThat(buffer.get(1)).isEqualTo(POISON);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3})
  void aHandlerThatWritesLateIsReported(int place) {
    CallerBuffer lent = checked.lend(address, 4);
    ByteBuffer buffer = lent.forRead();
    checked.revoke(lent);
    checked.revoke(checked.lend(address, 4));
    buffer.put(place, (byte) 1);
    assertThrows(IllegalStateException.class, () -> checked.lend(address, 4));
    assertThat(checked.lend(address, 4).forRead().remaining()).isEqualTo(4);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    memory.get(0, bytes);
    return bytes;
  }
}
