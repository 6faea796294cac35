package org.ioproc.glue;

import java.lang.Thread.UncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Marks a thread of a host application that the wrapper has attached to Java. The host can neither
 * clear Java's interrupt nor restore Java's priority, so both are reset after the outermost
 * message.
 *
 * <p>The mark is the thread's handler for uncaught exceptions. Such a thread has no other use for
 * that handler, since native code handles its exceptions. Reading the field is cheaper than looking
 * up a thread-local variable.
 */
final class HostThread implements UncaughtExceptionHandler {

  /** Whether any thread has been marked. Not volatile: a marked thread has itself written it. */
  private static boolean used;

  /** The number of nested messages: handlers may themselves open files. */
  private int depth;

  private HostThread() {}

  /** Marks the current thread, if it is not marked yet. */
  static void mark() {
    used = true;
    if (current() == null) {
      Thread.currentThread().setUncaughtExceptionHandler(new HostThread());
    }
  }

  /** Returns the mark of the current thread, or null if it is not a host's thread. */
  static @Nullable HostThread current() {
    return used && Thread.currentThread().getUncaughtExceptionHandler() instanceof HostThread marked
        ? marked
        : null;
  }

  /**
   * Begins a message, or another call of the procedure's code.
   *
   * @return the thread's priority
   */
  int begin() {
    depth++;
    return Thread.currentThread().getPriority();
  }

  /**
   * Ends a message. After a nested message, the handler's interrupt and priority are as before.
   *
   * @param interrupted whether the thread was interrupted before the message
   * @param priority what {@link #begin} returned
   */
  @SuppressWarnings("ThreadPriorityCheck") // Restores the thread's priority.
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

  /** Handles the exception as for any other thread. */
  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    ThreadGroup group = thread.getThreadGroup();
    if (group != null) {
      group.uncaughtException(thread, failure);
    }
  }
}
