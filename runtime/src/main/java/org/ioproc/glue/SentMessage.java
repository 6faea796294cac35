package org.ioproc.glue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioMessage;
import org.ioproc.internal.transport.NativeMemory;

/** A message that an application has defined, sent by {@code mmioSendMessage}. */
final class SentMessage implements MmioMessage {

  private final CallerBuffers buffers;
  private final int number;
  private final long p1;
  private final long p2;
  private final List<CallerBuffer> lent = new ArrayList<>(2);
  private volatile boolean over;

  private SentMessage(CallerBuffers buffers, int number, long p1, long p2) {
    this.buffers = buffers;
    this.number = number;
    this.p1 = p1;
    this.p2 = p2;
  }

  /** Calls the handler of a message. */
  static <F> long deliver(IoProcGlue<F> glue, OpenFile<F> file, int number, long p1, long p2)
      throws Throwable {
    file.buffers().check();
    SentMessage message = new SentMessage(file.buffers(), number, p1, p2);
    try {
      return glue.onMessage(file.file(), message);
    } finally {
      message.end();
    }
  }

  private void end() {
    over = true;
    lent.forEach(CallerBuffer::returnChanges);
    lent.forEach(buffers::revoke);
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public long p1() {
    return p1;
  }

  @Override
  public long p2() {
    return p2;
  }

  @Override
  public ByteBuffer buffer1(int bytes) {
    return buffer(p1, bytes);
  }

  @Override
  public ByteBuffer buffer2(int bytes) {
    return buffer(p2, bytes);
  }

  private ByteBuffer buffer(long address, int bytes) {
    if (over) {
      throw new IllegalStateException(
          "A message is valid during its handler's call only; copy the bytes that are needed later.");
    }
    if (bytes < 0 || bytes > NativeMemory.LARGEST_VIEW) {
      throw new IllegalArgumentException(
          "A buffer must have 0 to " + NativeMemory.LARGEST_VIEW + " bytes, not " + bytes + ".");
    }
    if (address == 0) {
      String text = "The message needs a buffer of " + bytes + " bytes; the pointer is NULL.";
      throw new IllegalArgumentException( // The cause marks it as the program's mistake.
          text, new MmioException(MmioError.INVALID_PARAMETER, text));
    }
    return lend(address, bytes).forMessage(bytes);
  }

  /** Copies of the same memory must agree, so a copy is shared, or starts with earlier changes. */
  private CallerBuffer lend(long address, int bytes) {
    for (CallerBuffer buffer : lent) {
      if (buffer.begins(address, bytes)) {
        return buffer;
      }
    }
    lent.forEach(CallerBuffer::returnChanges);
    CallerBuffer buffer = buffers.lend(address, bytes);
    lent.add(buffer);
    return buffer;
  }
}
