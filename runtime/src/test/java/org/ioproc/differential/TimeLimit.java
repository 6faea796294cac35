package org.ioproc.differential;

/** Reports a program that hangs as a mismatch, and halts the process. */
final class TimeLimit {

  private static final long LIMIT_MILLIS = Long.getLong("org.ioproc.differential.limit", 20_000);

  private volatile String current = "";
  private volatile long started = System.currentTimeMillis();

  TimeLimit() {
    Thread watch = new Thread(this::haltOnTimeout, "time limit");
    watch.setDaemon(true);
    watch.start();
  }

  void begin(String program) {
    current = program;
    extend();
  }

  void extend() {
    started = System.currentTimeMillis();
  }

  private void haltOnTimeout() {
    while (current.isEmpty() || System.currentTimeMillis() - started < LIMIT_MILLIS) {
      try {
        Thread.sleep(500);
      } catch (InterruptedException end) {
        return;
      }
    }
    System.out.println("MISMATCH: does not end, " + current);
    System.out.flush();
    Runtime.getRuntime().halt(2);
  }
}
