package org.ioproc.internal.beside;

import java.nio.ByteBuffer;
import org.ioproc.internal.transport.Lent;
import org.ioproc.internal.transport.PipeTransport;

/** Memory that stands for the buffer of the program whose message a thread answers. */
final class LentData implements AutoCloseable {

  private static final int SMALLEST = 128 * 1024;

  private final PipeTransport transport;
  private ByteBuffer memory;
  private Lent lent;

  LentData(PipeTransport transport) {
    this.transport = transport;
    this.memory = ByteBuffer.allocateDirect(SMALLEST);
    this.lent = transport.lend(memory);
  }

  /**
   * Makes room for a number of bytes. Grows in few steps, so that a thread soon has enough.
   *
   * @return false if memory runs out
   */
  boolean reserve(int size) {
    if (size <= memory.capacity()) {
      return true;
    }
    try {
      ByteBuffer larger = ByteBuffer.allocateDirect(2 * Integer.highestOneBit(size));
      Lent address = transport.lend(larger);
      lent.close();
      lent = address;
      memory = larger;
      return true;
    } catch (OutOfMemoryError full) {
      return false;
    }
  }

  long address() {
    return lent.address();
  }

  ByteBuffer memory() {
    return memory;
  }

  /** Takes back the address. */
  @Override
  public void close() {
    lent.close();
  }
}
