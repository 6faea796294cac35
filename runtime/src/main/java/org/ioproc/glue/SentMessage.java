package org.ioproc.glue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioMessage;
import org.ioproc.internal.transport.NativeMemory;

/** A message that an application defined and sent with {@code mmioSendMessage}. */
final class SentMessage implements MmioMessage {

  private final CallerBuffers buffers;
  private final int number;
  private final long lParam1;
  private final long lParam2;
  private final boolean followsPointers;
  private final List<CallerBuffer> lent = new ArrayList<>(2);
  private volatile boolean over;

  private SentMessage(
      CallerBuffers buffers, int number, long lParam1, long lParam2, boolean followsPointers) {
    this.buffers = buffers;
    this.number = number;
    this.lParam1 = lParam1;
    this.lParam2 = lParam2;
    this.followsPointers = followsPointers;
  }

  /**
   * Passes a message to its handler.
   *
   * @param followsPointers whether the parameters may be addresses in this process
   */
  static <F> long deliver(
      IoProcGlue<F> glue,
      OpenFile<F> file,
      int number,
      long lParam1,
      long lParam2,
      boolean followsPointers)
      throws Throwable {
    file.buffers().check();
    SentMessage message =
        new SentMessage(file.buffers(), number, lParam1, lParam2, followsPointers);
    try {
      return glue.onMessage(file.file(), message);
    } finally {
      message.end();
    }
  }

  private void end() {
    over = true;
    returnChanges();
    for (CallerBuffer buffer : lent) {
      buffers.revoke(buffer);
    }
  }

  private void returnChanges() {
    for (CallerBuffer buffer : lent) {
      buffer.returnChanges();
    }
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public long lParam1() {
    return lParam1;
  }

  @Override
  public long lParam2() {
    return lParam2;
  }

  @Override
  public ByteBuffer memory1(int bytes) {
    return memory(lParam1, bytes);
  }

  @Override
  public ByteBuffer memory2(int bytes) {
    return memory(lParam2, bytes);
  }

  private ByteBuffer memory(long address, int bytes) {
    if (over) {
      throw new IllegalStateException(
          "A message must not be used after its handler has returned; copy what is needed later.");
    }
    if (bytes < 0 || bytes > NativeMemory.LARGEST_VIEW) {
      throw new IllegalArgumentException(
          "The size of a message's memory must be 0 to "
              + NativeMemory.LARGEST_VIEW
              + " bytes; this one is "
              + bytes
              + ".");
    }
    if (!followsPointers) {
      throw new UnsupportedOperationException(
          "A message's memory must be in this process; Java runs in a process beside the program."
              + " Pass numbers, or set IOPROC_JAVA=inside.");
    }
    if (address == 0) {
      String text = "The message must point to " + bytes + " bytes; the pointer is NULL.";
      throw new IllegalArgumentException( // The cause classifies this as the program's mistake.
          text, new MmioException(MmioError.INVALID_PARAMETER, text));
    }
    return lend(address, bytes).forMessage(bytes);
  }

  /**
   * Copies of the same memory must agree, so a copy that is large enough is lent again. A new copy
   * contains the handler's changes so far.
   */
  private CallerBuffer lend(long address, int bytes) {
    for (CallerBuffer buffer : lent) {
      if (buffer.begins(address, bytes)) {
        return buffer;
      }
    }
    returnChanges();
    CallerBuffer buffer = buffers.lend(address, bytes);
    lent.add(buffer);
    return buffer;
  }
}
