package org.ioproc.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.ioproc.FourCc;
import org.ioproc.TracedMessage;
import org.jspecify.annotations.Nullable;

/** The fields that the events of messages have in common. */
@Category("I/O Procedures")
@Enabled(false)
@Registered(false)
@StackTrace(false)
@Threshold("0 ns")
abstract class FileEvent extends Event implements RecordedMessage {

  @Label("File")
  @Description("The name under which the program opened the file")
  @Nullable String file;

  @Label("Procedure")
  @Description("The procedure's four-character code")
  @Nullable String code;

  @Label("File Number")
  @Description("The number of the open file in this process; 0 if no file is open")
  long number;

  @Label("Message")
  @Nullable String message;

  @Label("Result")
  @Description("The procedure's answer")
  long result;

  @Override
  public boolean ended(boolean failed) {
    end();
    return shouldCommit() || failed && FailureEvent.isWanted();
  }

  @Override
  public void record(FourCc procedure, TracedMessage traced) {
    if (shouldCommit()) {
      describe(procedure, traced);
      commit();
    }
    if (traced.failure() != null && FailureEvent.isWanted()) {
      new FailureEvent().record(procedure, traced);
    }
  }

  void describe(FourCc procedure, TracedMessage traced) {
    this.file = traced.file();
    this.code = procedure.toString();
    this.number = traced.number();
    this.message = traced.symbol();
    this.result = traced.result();
  }
}
