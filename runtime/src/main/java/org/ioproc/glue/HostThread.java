package org.ioproc.glue;

import java.lang.Thread.UncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Marks a thread that belongs to a host and that the wrapper attached to Java. The host cannot
 * clear Java's interrupt or restore Java's priority, so both are reset after the outermost message.
 *
 * <p>The mark is the thread's handler for uncaught exceptions, for which such a thread has no other
 * use: native code takes its exceptions. A message reads a field to find it, where a thread-local
 * variable would be a lookup.
 */
final class HostThread implements UncaughtExceptionHandler {

  /** Whether any thread has been marked. Each marked thread sees this, since it wrote it. */
  private static boolean used;

  /** How many messages are being handled: handlers open files, too. */
  private int depth;

  private HostThread() {}

  /** Marks the current thread, if it is not marked yet. */
  static void mark() {
    used = true;
    if (current() == null) {
      Thread.currentThread().setUncaughtExceptionHandler(new HostThread());
    }
  }

  /** The mark of the current thread, or null if it is one of Java's. */
  static @Nullable HostThread current() {
    return used && Thread.currentThread().getUncaughtExceptionHandler() instanceof HostThread marked
        ? marked
        : null;
  }

  /**
   * Begins a message, or what else runs an author's code.
   *
   * @return the thread's priority
   */
  int begin() {
    depth++;
    return Thread.currentThread().getPriority();
  }

  /**
   * Ends it. A handler that used a file through another procedure keeps what it had.
   *
   * @param interrupted whether an interrupt was set aside for the message
   * @param priority what {@link #begin} returned
   */
  @SuppressWarnings("ThreadPriorityCheck") // The thread gets back the one that it had.
  void end(boolean interrupted, int priority) {
    Thread thread = Thread.currentThread();
    depth--;
    if (depth == 0) {
      boolean unused = Thread.interrupted();
    } else if (interrupted) {
      thread.interrupt();
    }
    if (thread.getPriority() != priority) {
      thread.setPriority(priority);
    }
  }

  /** As for any other thread. */
  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    ThreadGroup group = thread.getThreadGroup();
    if (group != null) {
      group.uncaughtException(thread, failure);
    }
  }
}
