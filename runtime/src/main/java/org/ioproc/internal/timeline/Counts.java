package org.ioproc.internal.timeline;

import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import org.ioproc.TracedMessage;

/** What messages amount to, in numbers. */
public final class Counts {

  private long messages;
  private long failures;
  private long bytesRead;
  private long bytesReadAgain;
  private long bytesWritten;
  private long seeks;
  private long seeksBack;
  private long nanoseconds;

  Counts() {}

  /**
   * Counts a message.
   *
   * @param again the number of bytes it reads that were read before
   */
  void add(TracedMessage message, long again) {
    messages++;
    nanoseconds += Math.max(0, message.duration());
    if (message.failure() != null) {
      failures++;
      return;
    }
    switch (message.message()) {
      case MMIOM_READ -> {
        bytesRead += Math.max(0, message.result());
        bytesReadAgain += again;
      }
      case MMIOM_WRITE, MMIOM_WRITEFLUSH -> bytesWritten += Math.max(0, message.result());
      case MMIOM_SEEK -> {
        seeks++;
        seeksBack += Kind.leadsBack(message) ? 1 : 0;
      }
      default -> {
        // Counted as a message.
      }
    }
  }

  /** {@return the number of messages} */
  public long messages() {
    return messages;
  }

  /** {@return the number of messages that failed} */
  public long failures() {
    return failures;
  }

  /** {@return the number of bytes that were read} */
  public long bytesRead() {
    return bytesRead;
  }

  /** {@return how many of them had been read before} */
  public long bytesReadAgain() {
    return bytesReadAgain;
  }

  /** {@return the number of bytes that were written} */
  public long bytesWritten() {
    return bytesWritten;
  }

  /** {@return the number of seeks that succeeded} */
  public long seeks() {
    return seeks;
  }

  /** {@return how many of them led to an earlier position} */
  public long seeksBack() {
    return seeksBack;
  }

  /** {@return the time that the procedures took to answer, in nanoseconds} */
  public long nanoseconds() {
    return nanoseconds;
  }
}
