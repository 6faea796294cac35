package org.ioproc.internal.flight;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;

import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/** Records messages as events of Java's Flight Recorder. */
public final class FlightRecording {

  private static final boolean HAS_RECORDER = hasRecorder();

  /** Whether an event class cannot be initialized, which each message would try again. */
  private static volatile boolean isUnusable;

  private FlightRecording() {}

  /** A program may run without the module, and a host's Java may have been made without it. */
  private static boolean hasRecorder() {
    try {
      boolean unused = FlightRecorder.isInitialized();
      return true;
    } catch (Throwable absent) { // Also if the stack is full: this class must be initialized.
      return false;
    }
  }

  /**
   * Returns whether Flight Recorder has been started, at the cost of reading a field. A listener
   * could be told instead, but adding one takes 13 ms on Java 17, and the first event class loads
   * the whole recorder.
   */
  public static boolean isOn() {
    return HAS_RECORDER && FlightRecorder.isInitialized();
  }

  /**
   * Begins to record a message. Must be called only while the recorder {@linkplain #isOn runs}.
   *
   * @param message the message's number
   * @return the message to be recorded, or null if no recording wants it
   */
  public static @Nullable RecordedMessage begin(int message) {
    if (isUnusable) {
      return null;
    }
    try {
      return FirstRecording.hasRun() ? event(message) : null;
    } catch (LinkageError damaged) {
      isUnusable = true;
      return null;
    }
  }

  private static @Nullable RecordedMessage event(int message) {
    RecordedMessage begun =
        switch (message) {
          case MMIOM_OPEN -> OpenEvent.begun();
          case MMIOM_CLOSE -> CloseEvent.begun();
          default -> MessageEvent.begun();
        };
    return begun == null ? FailureEvent.possible() : begun;
  }
}
