package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;

import java.util.function.Consumer;
import org.ioproc.TracedMessage;
import org.ioproc.internal.flight.FlightRecording;
import org.ioproc.internal.flight.RecordedMessage;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.jspecify.annotations.Nullable;

/**
 * A message that a listener or a recording observes. Stores what closing the file would discard. A
 * host application loads this class only for such a message.
 */
final class ObservedMessage {

  private final IoProcGlue<?> glue;
  private final long lpmmioinfo;
  private final int message;
  private final long lParam1;
  private final long lParam2;
  private final @Nullable OpenFile<?> file;
  private final String name;
  private final int flags;
  private final long position;
  private final long begin;

  private ObservedMessage(
      IoProcGlue<?> glue, long lpmmioinfo, int message, long lParam1, long lParam2) {
    this.glue = glue;
    this.lpmmioinfo = lpmmioinfo;
    this.message = message;
    this.lParam1 = lParam1;
    this.lParam2 = lParam2;
    this.file = message == MMIOM_OPEN ? null : file();
    this.name = file == null ? MessageReport.name(glue, lpmmioinfo, message, lParam1) : file.name();
    this.flags = MessageReport.flags(lpmmioinfo, message);
    this.position = file == null ? -1 : MmioInfo.at(lpmmioinfo).diskOffset();
    this.begin = System.nanoTime();
  }

  /** Answers a message and, if it is observed, reports it. */
  static long answer(
      IoProcGlue<?> glue,
      @Nullable Consumer<TracedMessage> listener,
      long lpmmioinfo,
      int message,
      long lParam1,
      long lParam2) {
    ObservedMessage observed = null;
    RecordedMessage recorded = null;
    try {
      recorded = FlightRecording.isOn() ? FlightRecording.begin(message) : null;
      if (listener != null || recorded != null) {
        observed = new ObservedMessage(glue, lpmmioinfo, message, lParam1, lParam2);
      }
    } catch (Throwable unable) {
      // No stack or memory is left, or a recording has a fault. The message is answered anyway.
    }
    return observed == null
        ? glue.answer(lpmmioinfo, message, lParam1, lParam2)
        : observed.answer(listener, recorded);
  }

  private long answer(
      @Nullable Consumer<TracedMessage> listener, @Nullable RecordedMessage recorded) {
    Throwable failure = null;
    long result;
    try {
      result = glue.dispatch(lpmmioinfo, message, lParam1, lParam2);
    } catch (Throwable thrown) {
      failure = thrown;
      result = glue.failed(lpmmioinfo, message, lParam1, null, thrown);
    }
    try {
      report(listener, recorded, result, failure);
    } catch (Throwable unable) {
      // No stack or memory is left, or a recording has a fault. The message has been answered.
    }
    return result;
  }

  private void report(
      @Nullable Consumer<TracedMessage> listener,
      @Nullable RecordedMessage recorded,
      long result,
      @Nullable Throwable thrown) {
    long duration = System.nanoTime() - begin;
    Throwable failure = thrown == null ? closingFailure(result) : thrown;
    boolean isRecorded = recorded != null && recorded.ended(failure != null);
    if (listener != null || isRecorded) {
      TracedMessage traced = traced(result, duration, failure);
      tell(listener, traced);
      if (recorded != null && isRecorded) {
        recorded.record(glue.code(), traced);
      }
    }
  }

  /** Returns why the file could not be closed, which is already answered and reported. */
  private @Nullable Throwable closingFailure(long result) {
    return message == MMIOM_CLOSE && result != 0 ? LastFailure.peek() : null;
  }

  private void tell(@Nullable Consumer<TracedMessage> listener, TracedMessage traced) {
    try {
      if (listener != null) {
        listener.accept(traced);
      }
    } catch (Throwable failure) {
      FailureLog.logListener(glue.code(), failure);
    }
  }

  private TracedMessage traced(long result, long duration, @Nullable Throwable failure) {
    OpenFile<?> observed = message == MMIOM_OPEN && failure == null ? file() : file;
    return new TracedMessage(
        name,
        message,
        flags,
        lParam1,
        lParam2,
        result,
        observed == null ? 0 : observed.observedNumber(),
        position,
        begin,
        duration,
        failure == null ? null : FailureLog.text(failure));
  }

  /** Returns the file that the message belongs to; null after a delete, for example. */
  private @Nullable OpenFile<?> file() {
    try {
      return lpmmioinfo == 0 ? null : glue.file(lpmmioinfo);
    } catch (Throwable unknown) {
      return null;
    }
  }
}
