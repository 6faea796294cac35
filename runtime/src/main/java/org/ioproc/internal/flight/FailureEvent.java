package org.ioproc.internal.flight;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import org.ioproc.FourCc;
import org.ioproc.TracedMessage;
import org.jspecify.annotations.Nullable;

/** A message failed: its handler threw an exception, or the program passed wrong parameters. */
@Label("Failure")
@Name("org.ioproc.Failure")
@Registered
final class FailureEvent extends FileEvent {

  private static final FailureEvent PROBE = new FailureEvent();

  @Label("Reason")
  @Description("The texts of the exception and its causes")
  @Nullable String reason;

  static boolean isWanted() {
    return PROBE.isEnabled();
  }

  /** Returns a recorder of the message that only records a failure, or null. */
  static @Nullable RecordedMessage possible() {
    return isWanted() ? new FailureEvent() : null;
  }

  @Override
  public boolean ended(boolean failed) {
    return failed;
  }

  @Override
  public void record(FourCc procedure, TracedMessage traced) {
    describe(procedure, traced);
    this.reason = traced.failure();
    commit();
  }
}
