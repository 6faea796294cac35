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
    long address = memory.lend(one).address();
    assertThat(memory.view(address, 100).get(7)).isEqualTo(42);
    assertThat(memory.view(address + 7, 1).get(0)).isEqualTo(42);
    assertThat(memory.view(address, 100).order()).isEqualTo(ByteOrder.nativeOrder());
    memory.view(address + 99, 1).put(0, (byte) 43);
    assertThat(one.clear().get(99)).isEqualTo(43);
  }

  @Test
  void theLargestMemoryHasAddressesOfItsOwn() {
    ByteBuffer largest = ByteBuffer.allocateDirect(1 << 22).put((1 << 22) - 1, (byte) 1);
    long address = memory.lend(largest).address();
    long next = memory.lend(ByteBuffer.allocateDirect(1)).address();
    assertThat(next).isGreaterThan(address + (1 << 22) - 1);
    assertThat(memory.view(address + (1 << 22) - 1, 1).get(0)).isEqualTo(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> memory.lend(ByteBuffer.allocateDirect((1 << 22) + 1)));
  }

  @Test
  void aViewEndsWithItsMemory() {
    long address = memory.lend(ByteBuffer.allocateDirect(10)).address();
    assertThrows(IndexOutOfBoundsException.class, () -> memory.view(address, 11));
    assertThrows(IndexOutOfBoundsException.class, () -> memory.view(address + 11, 0));
  }

  @Test
  void anAddressEnds() {
    ByteBuffer bytes = ByteBuffer.allocateDirect(10);
    Lent lent = memory.lend(bytes);
    long address = lent.address();
    lent.close();
    lent.close();
    assertThrows(IllegalArgumentException.class, () -> memory.view(address, 1));
    assertThat(memory.lend(bytes).address()).isNotEqualTo(address);
  }

  @Test
  void aNullPointerHasNoText() {
    try (Lent none = memory.lend((String) null)) {
      assertThat(none.address()).isEqualTo(0);
      assertThat(memory.text(0)).isNull();
    }
  }

  @Test
  void anAddressLeadsToItsText() {
    Lent lent = memory.lend("\ud83c\udfb5");
    long address = lent.address();
    assertThat(memory.text(address)).isEqualTo("\ud83c\udfb5");
    assertThat(memory.text(address + 1)).isNull();
    assertThrows(IllegalArgumentException.class, () -> memory.view(address, 1));
    lent.close();
    assertThat(memory.text(address)).isNull();
    assertThat(memory.text(memory.lend(ByteBuffer.allocateDirect(1)).address())).isNull();
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
          assertThat(memory.isCopy(address)).isFalse();
          return 0;
        });
    assertThat(memory.isCopy(memory.lend(own).address())).isTrue();
    assertThat(memory.isCopy(-1)).isFalse(); // What a sign makes of the last 32-bit address.
    assertThat(memory.pointerSize()).isEqualTo(Transport.current().memory().pointerSize());
  }
}
