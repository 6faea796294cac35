package org.ioproc.internal.transport;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Tests addresses that stand for memory of another process. */
class LentMemoryTest {

  private final LentMemory memory = new LentMemory(() -> Transport.current().memory());

  @Test
  void anAddressLeadsToItsMemory() {
    ByteBuffer one = ByteBuffer.allocateDirect(100).put(7, (byte) 42);
    one.position(50).limit(60);
    long address = memory.lend(one);
    assertThat(memory.view(address, 100).get(7)).isEqualTo(42);
    assertThat(memory.view(address + 7, 1).get(0)).isEqualTo(42);
    assertThat(memory.view(address, 100).order()).isEqualTo(ByteOrder.nativeOrder());
    memory.view(address + 99, 1).put(0, (byte) 43);
    assertThat(one.clear().get(99)).isEqualTo(43);
  }

  @Test
  void theLargestMemoryHasAddressesOfItsOwn() {
    ByteBuffer largest = ByteBuffer.allocateDirect(1 << 22).put((1 << 22) - 1, (byte) 1);
    long address = memory.lend(largest);
    long next = memory.lend(ByteBuffer.allocateDirect(1));
    assertThat(next).isGreaterThan(address + (1 << 22) - 1);
    assertThat(memory.view(address + (1 << 22) - 1, 1).get(0)).isEqualTo(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> memory.lend(ByteBuffer.allocateDirect((1 << 22) + 1)));
  }

  @Test
  void aViewEndsWithItsMemory() {
    long address = memory.lend(ByteBuffer.allocateDirect(10));
    assertThrows(IndexOutOfBoundsException.class, () -> memory.view(address, 11));
    assertThrows(IndexOutOfBoundsException.class, () -> memory.view(address + 11, 0));
  }

  @Test
  void anAddressEnds() {
    ByteBuffer bytes = ByteBuffer.allocateDirect(10);
    long address = memory.lend(bytes);
    memory.end(address);
    memory.end(address);
    assertThrows(IllegalArgumentException.class, () -> memory.view(address, 1));
    assertThat(memory.lend(bytes)).isNotEqualTo(address);
  }

  @Test
  void endsNothingForANullPointer() {
    long address = memory.lend("name");
    memory.end(0);
    memory.end(address & ~(1L << 62)); // The same number as an address of this process.
    assertThat(memory.text(address)).isEqualTo("name");
  }

  @Test
  void anAddressLeadsToItsText() {
    long address = memory.lend("\ud83c\udfb5");
    assertThat(memory.text(address)).isEqualTo("\ud83c\udfb5");
    assertThat(memory.text(address + 1)).isNull();
    assertThrows(IllegalArgumentException.class, () -> memory.view(address, 1));
    memory.end(address);
    assertThat(memory.text(address)).isNull();
    assertThat(memory.text(memory.lend(ByteBuffer.allocateDirect(1)))).isNull();
  }

  @Test
  void otherAddressesAreThoseOfThisProcess() {
    ByteBuffer own = ByteBuffer.allocateDirect(8).put(0, (byte) 9);
    Held.call(
        own,
        address -> {
          assertThat(memory.address(own)).isEqualTo(address);
          assertThat(memory.view(address, 8).get(0)).isEqualTo(9);
          assertThat(memory.text(address)).isNull();
          assertThat(memory.isOfSender(address)).isTrue();
          return 0;
        });
    assertThat(memory.isOfSender(memory.lend(own))).isFalse();
    assertThat(memory.pointerSize()).isEqualTo(Transport.current().memory().pointerSize());
  }
}
