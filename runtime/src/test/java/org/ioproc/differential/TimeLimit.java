package org.ioproc.differential;

/** A program that does not end is a mismatch, too: it is named, and the process ends. */
final class TimeLimit {

  private static final long LONGEST_MILLIS = Long.getLong("org.ioproc.differential.limit", 20_000);

  private volatile String current = "";
  private volatile long started = System.currentTimeMillis();

  TimeLimit() {
    Thread watch = new Thread(this::endWhatHangs, "time limit");
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

  private void endWhatHangs() {
    while (current.isEmpty() || System.currentTimeMillis() - started < LONGEST_MILLIS) {
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
