package org.ioproc.glue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.MmioMessage;
import org.ioproc.internal.transport.Transport;

/** A message of an application's own, as {@code mmioSendMessage} brings it. */
record SentMessage(int number, long p1, long p2) implements MmioMessage {

  @Override
  public ByteBuffer buffer1(int bytes) {
    return view(p1, bytes);
  }

  @Override
  public ByteBuffer buffer2(int bytes) {
    return view(p2, bytes);
  }

  private static ByteBuffer view(long address, int bytes) {
    if (address == 0 || bytes < 0) {
      throw new IllegalArgumentException(
          "A buffer needs an address and a size; they are 0x"
              + Long.toHexString(address)
              + " and "
              + bytes
              + ".");
    }
    return Transport.current().memory().view(address, bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
