package org.ioproc.differential;

import java.nio.ByteBuffer;
import org.ioproc.internal.transport.Transport;

/** A program's memory: what it reads into and writes from, and what it passes as a buffer. */
final class Memory {

  private final ByteBuffer transfer = ByteBuffer.allocateDirect(1 << 14);
  private final long transferAddress = Transport.current().memory().address(transfer);
  private final ByteBuffer own = ByteBuffer.allocateDirect(1 << 14);
  private final long ownAddress = Transport.current().memory().address(own);

  /** Returns the address of the memory that the program passes as a buffer. */
  long own() {
    return ownAddress;
  }

  void fill(byte[] content) {
    own.put(0, new byte[own.capacity()]);
    own.put(0, content, 0, content.length);
  }

  byte[] owned(int count) {
    byte[] bytes = new byte[count];
    own.get(0, bytes);
    return bytes;
  }

  /** Returns the address to read into, after clearing the memory there. */
  long cleared(int count) {
    transfer.put(0, new byte[count]);
    return transferAddress;
  }

  byte[] read(long count) {
    byte[] bytes = new byte[(int) Math.max(0, Math.min(count, transfer.capacity()))];
    transfer.get(0, bytes);
    return bytes;
  }

  /** Returns the address to write from. */
  long written(int count) {
    fill(transfer, count);
    return transferAddress;
  }

  /** Writes directly into the manager's buffer, as a program may. */
  static void write(long address, int count) {
    if (count > 0) {
      fill(Transport.current().memory().view(address, count), count);
    }
  }

  private static void fill(ByteBuffer buffer, int count) {
    for (int i = 0; i < count; i++) {
      buffer.put(i, Content.written(i));
    }
  }
}
