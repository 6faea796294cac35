package org.ioproc.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.MmioMessage;

/** A message that a test creates. */
record PreparedMessage(int number, ByteBuffer first, ByteBuffer second) implements MmioMessage {

  @Override
  public long lParam1() {
    return first.capacity();
  }

  @Override
  public long lParam2() {
    return second.capacity();
  }

  @Override
  public ByteBuffer memory1(int bytes) {
    return memory(first, bytes);
  }

  @Override
  public ByteBuffer memory2(int bytes) {
    return memory(second, bytes);
  }

  private static ByteBuffer memory(ByteBuffer memory, int bytes) {
    if (bytes < 0 || bytes > memory.capacity()) {
      throw new IllegalArgumentException(
          "A handler must ask for memory that the program has passed; it asked for "
              + bytes
              + " bytes of "
              + memory.capacity()
              + ".");
    }
    return memory.slice(0, bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
