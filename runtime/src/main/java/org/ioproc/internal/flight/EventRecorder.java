package org.ioproc.internal.flight;

import org.ioproc.FourCc;
import org.ioproc.TracedMessage;
import org.jspecify.annotations.Nullable;

/** Records the event of a message, and another one if the message fails. */
final class EventRecorder implements RecordedMessage {

  private static final EventRecorder OF_FAILURE = new EventRecorder(null);

  private final @Nullable FileEvent event;

  private EventRecorder(@Nullable FileEvent event) {
    this.event = event;
  }

  static RecordedMessage begin(FileEvent event) {
    event.begin();
    return new EventRecorder(event);
  }

  /** Returns a recorder that records the message only if it fails. */
  static RecordedMessage ofFailure() {
    return OF_FAILURE;
  }

  @Override
  public boolean ended(boolean failed) {
    if (event != null) {
      event.end();
    }
    return (event != null && event.shouldCommit()) || (failed && FailureEvent.isWanted());
  }

  @Override
  public void record(FourCc code, TracedMessage message) {
    if (event != null && event.shouldCommit()) {
      event.describe(code, message);
      event.commit();
    }
    if (message.failure() != null && FailureEvent.isWanted()) {
      FailureEvent.record(code, message);
    }
  }
}
