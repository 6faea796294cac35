package org.ioproc.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another thread of the program in a check. */
final class ClientThread {

  private final Program program;
  private final Check.Body body;
  private final Thread thread;
  private volatile @Nullable Throwable failure;

  private ClientThread(Program program, Check.Body body) {
    this.program = program;
    this.body = body;
    this.thread = new Thread(this::run, "I/O procedure contract");
    thread.setDaemon(true); // A handler may never return.
  }

  static ClientThread start(Program parent, Check.Body body) {
    ClientThread started = new ClientThread(parent.another(), body);
    started.thread.start();
    return started;
  }

  static void run(Program parent, Check.Body body) throws Unexpected, InterruptedException {
    start(parent, body).join();
  }

  private void run() {
    try {
      body.run(program);
    } catch (Throwable thrown) {
      failure = thrown;
    }
  }

  /** Waits until the thread has ended, and throws what it throws. */
  void join() throws Unexpected, InterruptedException {
    thread.join();
    Throwable thrown = failure;
    if (thrown != null) {
      throw Unexpected.of(program.asked(), thrown);
    }
  }

  /** Waits until all threads have ended, and throws what the first of them throws that fails. */
  static void joinAll(List<ClientThread> threads) throws Unexpected, InterruptedException {
    for (ClientThread thread : threads) {
      thread.thread.join();
    }
    for (ClientThread thread : threads) {
      thread.join();
    }
  }

  /**
   * Waits until the thread has ended, but no longer than a time, and throws what it throws.
   *
   * @param millis the time in milliseconds
   * @return false if the thread goes on
   */
  boolean join(long millis) throws Unexpected, InterruptedException {
    thread.join(millis);
    if (thread.isAlive()) {
      return false;
    }
    join();
    return true;
  }

  void interrupt() {
    thread.interrupt();
  }

  String asked() {
    return program.asked();
  }

  StackTraceElement[] stack() {
    return thread.getStackTrace();
  }
}
