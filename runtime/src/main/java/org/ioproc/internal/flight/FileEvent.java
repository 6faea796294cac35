package org.ioproc.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.ioproc.FourCc;
import org.ioproc.TracedMessage;
import org.jspecify.annotations.Nullable;

/**
 * The fields that the events of messages have in common. No method here may call {@link
 * #shouldCommit}: Java 17's recorder then writes a subclass that cannot be verified.
 */
@Category("I/O Procedures")
@Enabled(false)
@StackTrace(false)
@Threshold("0 ns")
abstract class FileEvent extends Event {

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

  /** Fills in the fields. */
  void describe(FourCc procedure, TracedMessage traced) {
    this.file = traced.file();
    this.code = procedure.toString();
    this.number = traced.number();
    this.message = traced.symbol();
    this.result = traced.result();
  }
}
