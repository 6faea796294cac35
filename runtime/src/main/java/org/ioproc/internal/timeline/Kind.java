package org.ioproc.internal.timeline;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import org.ioproc.TracedMessage;

/** What a message does in a picture. Those further down are drawn over the others. */
enum Kind {
  OTHER("other message"),
  SEEK("seek"),
  BACK("seek back"),
  READ("read"),
  AGAIN("read again"),
  WRITE("written"),
  OPEN("open, close"),
  CLOSE("open, close"),
  FAILURE("failure");

  final String label;

  Kind(String label) {
    this.label = label;
  }

  /**
   * Returns the kind of a message.
   *
   * @param again the number of bytes it reads that were read before
   */
  static Kind of(TracedMessage message, long again) {
    if (message.failure() != null) {
      return FAILURE;
    }
    return switch (message.message()) {
      case MMIOM_OPEN -> OPEN;
      case MMIOM_CLOSE -> CLOSE;
      case MMIOM_READ -> again > 0 ? AGAIN : READ;
      case MMIOM_WRITE, MMIOM_WRITEFLUSH -> WRITE;
      case MMIOM_SEEK -> leadsBack(message) ? BACK : SEEK;
      default -> OTHER;
    };
  }

  /** Returns the kind of a message that belongs to no open file: a test whether one exists, say. */
  static Kind withoutFile(TracedMessage message) {
    return message.failure() == null ? OTHER : FAILURE;
  }

  static boolean leadsBack(TracedMessage message) {
    return message.message() == MMIOM_SEEK && message.positionAfter() < message.position();
  }

  boolean isSeek() {
    return this == SEEK || this == BACK;
  }

  boolean movesBytes() {
    return this == READ || this == AGAIN || this == WRITE;
  }
}
