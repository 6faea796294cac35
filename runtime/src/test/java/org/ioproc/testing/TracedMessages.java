package org.ioproc.testing;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;

import org.ioproc.TracedMessage;
import org.jspecify.annotations.Nullable;

/** Creates the messages of one file, one after another. */
public final class TracedMessages {

  private final String name;
  private final long number;
  private long position;
  private long now = 1000;

  /** Creates messages of a file. */
  public TracedMessages(String name, long number) {
    this.name = name;
    this.number = number;
  }

  /** Returns an MMIOM_OPEN. */
  public TracedMessage open() {
    return message(MMIOM_OPEN, 0, 0, 0, null);
  }

  /** Returns an MMIOM_READ of a number of bytes. */
  public TracedMessage read(long count) {
    TracedMessage read = message(MMIOM_READ, 0, count, count, null);
    position += count;
    return read;
  }

  /** Returns an MMIOM_WRITE of a number of bytes. */
  public TracedMessage write(long count) {
    TracedMessage written = message(MMIOM_WRITE, 0, count, count, null);
    position += count;
    return written;
  }

  /** Returns an MMIOM_SEEK to a position. */
  public TracedMessage seek(long to) {
    TracedMessage sought = message(MMIOM_SEEK, to, 0, to, null);
    position = to;
    return sought;
  }

  /** Returns a message that failed. */
  public TracedMessage failed(int message, String reason) {
    return message(message, 7, 7, -1, reason);
  }

  /** Returns an MMIOM_CLOSE. */
  public TracedMessage close() {
    return message(MMIOM_CLOSE, 0, 0, 0, null);
  }

  private TracedMessage message(
      int message, long lParam1, long lParam2, long result, @Nullable String failure) {
    now += 100;
    return new TracedMessage(
        name, message, 0, lParam1, lParam2, result, number, position, now, 10, failure);
  }
}
