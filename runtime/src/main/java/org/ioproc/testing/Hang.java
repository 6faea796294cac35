package org.ioproc.testing;

import java.time.Duration;

/** A call that does not return. */
final class Hang {

  private final ClientThread thread;

  Hang(ClientThread thread) {
    this.thread = thread;
  }

  /** Says where the thread is, and interrupts it, which may end its wait. */
  Unexpected report(Duration limit) {
    String where = where(thread.stack());
    thread.interrupt();
    return new Unexpected(
        thread.asked(),
        "no answer within " + limit.toMillis() + " ms" + where + "; no further check was made");
  }

  /** Names the handler's method: the first one that belongs neither to Java nor to this library. */
  private static String where(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (!isLibrary(frame.getClassName())) {
        return "; its thread is in " + frame.getClassName() + '.' + frame.getMethodName();
      }
    }
    return "";
  }

  private static boolean isLibrary(String type) {
    return type.startsWith("java.")
        || type.startsWith("jdk.")
        || type.startsWith("sun.")
        || type.startsWith("org.ioproc.glue.")
        || type.startsWith("org.ioproc.internal.")
        || type.startsWith("org.ioproc.mmio.")
        || type.startsWith("org.ioproc.testing.");
  }
}
