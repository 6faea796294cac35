package org.ioproc.internal.flight;

import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Knows whether a recording has ever run. Before that, no event class may be loaded: Flight
 * Recorder may overlook a class that is loaded while it starts, and then never record its events.
 */
final class FirstRecording implements FlightRecorderListener {

  private static final FirstRecording FIRST = new FirstRecording();

  private volatile boolean hasRun;
  private volatile boolean isAwaited;

  private FirstRecording() {}

  /** Returns whether a recording has run. Must be called only after the recorder was started. */
  static boolean hasRun() {
    return FIRST.hasRun || FIRST.find();
  }

  private boolean find() {
    if (!isAwaited) {
      await();
    }
    return hasRun;
  }

  /** Waits if the recorder is just starting a recording. */
  private synchronized void await() {
    if (isAwaited) {
      return;
    }
    try {
      FlightRecorder.addListener(this);
      for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
        recordingStateChanged(recording);
      }
    } finally {
      isAwaited = true;
    }
  }

  /** Must not lock anything: the recorder may call this while another thread waits for it. */
  @Override
  public void recordingStateChanged(Recording recording) {
    if (recording.getState() == RecordingState.RUNNING) {
      hasRun = true;
    }
  }
}
