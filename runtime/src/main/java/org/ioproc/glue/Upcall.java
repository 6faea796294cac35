package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_OPEN;

import java.util.function.Consumer;
import org.ioproc.TracedMessage;
import org.ioproc.internal.transport.StackRoom;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A call from native code. Its caller always gets an answer, whatever a handler throws, and its
 * thread keeps its interrupt and priority.
 */
final class Upcall {

  private Upcall() {}

  static long answer(IoProcGlue<?> glue, long lpmmioinfo, int message, long lParam1, long lParam2) {
    boolean interrupted = Thread.interrupted(); // An interrupt would close the handlers' channels.
    HostThread host = HostThread.current();
    int priority = host == null ? 0 : host.begin();
    try {
      Consumer<TracedMessage> listener = glue.listener();
      return listener == null
          ? dispatched(glue, lpmmioinfo, message, lParam1, lParam2)
          : traced(glue, listener, lpmmioinfo, message, lParam1, lParam2);
    } finally {
      if (host != null) {
        host.end(interrupted, priority);
      } else if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static long dispatched(
      IoProcGlue<?> glue, long lpmmioinfo, int message, long lParam1, long lParam2) {
    try {
      return glue.dispatch(lpmmioinfo, message, lParam1, lParam2);
    } catch (Throwable failure) {
      return failed(glue, lpmmioinfo, message, lParam1, null, failure);
    }
  }

  /** Finds the name and the flags first, because closing a file discards them. */
  private static long traced(
      IoProcGlue<?> glue,
      Consumer<TracedMessage> listener,
      long lpmmioinfo,
      int message,
      long lParam1,
      long lParam2) {
    String name = MessageReport.name(glue, lpmmioinfo, message, lParam1);
    int flags = MessageReport.flags(lpmmioinfo, message);
    long result = dispatched(glue, lpmmioinfo, message, lParam1, lParam2);
    try {
      listener.accept(new TracedMessage(name, message, flags, lParam1, lParam2, result));
    } catch (Throwable failure) {
      FailureLog.logListener(glue.code(), failure);
    }
    return result;
  }

  /**
   * Reports a message that failed, and returns its answer. Requires stack before the report loads
   * its classes; opening a file has already required it.
   */
  static long failed(
      IoProcGlue<?> glue,
      long lpmmioinfo,
      int message,
      long lParam1,
      @Nullable String name,
      Throwable failure) {
    try {
      if (message != MMIOM_OPEN || failure instanceof StackOverflowError) {
        StackRoom.require(IoProcGlue.ROOM);
      }
      return MessageReport.failed(glue, lpmmioinfo, message, lParam1, name, failure);
    } catch (Throwable another) { // No stack or memory is left.
      return Transport.lastResort(message);
    } finally {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt(); // Throwing the exception has cleared it.
      }
    }
  }
}
