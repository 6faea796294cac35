package org.ioproc.internal.flight;

import org.ioproc.FourCc;
import org.ioproc.TracedMessage;

/** A message that is being recorded. An interface, so that its users need no event class. */
public interface RecordedMessage {

  /**
   * Ends the measurement of the message's duration.
   *
   * @param failed whether the message failed
   * @return whether a recording wants the message, which may be too short for all of them
   */
  boolean ended(boolean failed);

  /**
   * Records the message.
   *
   * @param code the procedure's code
   * @param message the message
   */
  void record(FourCc code, TracedMessage message);
}
