package org.ioproc.internal.beside;

import java.nio.ByteBuffer;
import org.ioproc.internal.transport.PipeTransport;

/** Memory that stands for the buffer of the program whose message a thread answers. */
final class LentData {

  private static final int SMALLEST = 128 * 1024;

  private final PipeTransport transport;
  private ByteBuffer memory = ByteBuffer.allocateDirect(0);
  private long address;

  LentData(PipeTransport transport) {
    this.transport = transport;
  }

  /**
   * Makes room for a number of bytes. Grows in few steps, because files keep views of the memory
   * that they have last used.
   *
   * @return false if memory runs out
   */
  boolean reserve(int size) {
    if (address != 0 && size <= memory.capacity()) {
      return true;
    }
    try {
      ByteBuffer larger =
          ByteBuffer.allocateDirect(Math.max(SMALLEST, 2 * Integer.highestOneBit(size)));
      long lent = transport.lend(larger);
      end();
      memory = larger;
      address = lent;
      return true;
    } catch (OutOfMemoryError full) {
      return false;
    }
  }

  /** Returns the memory's address, not 0 once there is room. */
  long address() {
    return address;
  }

  ByteBuffer memory() {
    return memory;
  }

  /** Takes back the address. */
  void end() {
    transport.end(address);
  }
}
