package org.ioproc.glue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
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
    if (bytes < 0) {
      throw new IllegalArgumentException("A buffer has 0 bytes or more, not " + bytes + ".");
    }
    if (address == 0) {
      String text = "The message comes with a buffer of " + bytes + " bytes; the pointer is NULL.";
      throw new IllegalArgumentException( // The cause says that it is the program's mistake.
          text, new MmioException(MmioError.INVALID_PARAMETER, text));
    }
    return Transport.current().memory().view(address, bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
