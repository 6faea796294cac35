package org.ioproc.internal.flight;

import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.ioproc.FourCc;
import org.ioproc.TracedMessage;
import org.jspecify.annotations.Nullable;

/** A program read, wrote, sought or renamed a file, or sent it a message of its own. */
@Label("Message")
@Name("org.ioproc.Message")
final class MessageEvent extends FileEvent {

  private static final MessageEvent PROBE = new MessageEvent();

  @Label("Position")
  @Description("The file's position before the message; -1 if it is unknown")
  @DataAmount
  long position;

  @Label("Count")
  @Description("The number of bytes that the program wanted to read or write")
  @DataAmount
  long count;

  static @Nullable RecordedMessage begun() {
    return PROBE.isEnabled() ? EventRecorder.begin(new MessageEvent()) : null;
  }

  @Override
  void describe(FourCc procedure, TracedMessage traced) {
    super.describe(procedure, traced);
    this.position = traced.position();
    this.count = traced.count();
  }
}
