package org.ioproc.internal.flight;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.ioproc.FourCc;
import org.ioproc.TracedMessage;
import org.jspecify.annotations.Nullable;

/** A message failed: its handler threw an exception, or the program passed wrong parameters. */
@Label("Failure")
@Name("org.ioproc.Failure")
final class FailureEvent extends FileEvent {

  private static final FailureEvent PROBE = new FailureEvent();

  @Label("Reason")
  @Description("The texts of the exception and its causes")
  @Nullable String reason;

  static boolean isWanted() {
    return PROBE.isEnabled();
  }

  /** Returns a recorder that only records the message's failure, or null. */
  static @Nullable RecordedMessage possible() {
    return isWanted() ? EventRecorder.ofFailure() : null;
  }

  static void record(FourCc procedure, TracedMessage traced) {
    FailureEvent event = new FailureEvent();
    event.describe(procedure, traced);
    event.commit();
  }

  @Override
  void describe(FourCc procedure, TracedMessage traced) {
    super.describe(procedure, traced);
    this.reason = traced.failure();
  }
}
