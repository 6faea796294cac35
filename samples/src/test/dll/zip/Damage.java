package com.example;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Changes what all of Java's threads use, as a careless handler could, and leaves it so. */
final class Damage {

  private static final int THREADS = 20;

  /** Keeps a reference, because loggers may be collected. */
  private static final Logger ROOT = Logger.getLogger("");

  private Damage() {}

  static void make() throws InterruptedException {
    breakStreams();
    ROOT.addHandler(new ThrowingHandler());
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> fail());
    startThreads();
    Runtime.getRuntime().addShutdownHook(new Thread(Damage::waitForever));
    Locale.setDefault(new Locale("tr", "TR"));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    damageThread(Thread.currentThread());
  }

  /** Everything that writes to the streams later fails. */
  private static void breakStreams() {
    System.out.close();
    System.err.println("noise after System.out was closed");
    System.err.close();
    System.setOut(new PrintStream(new ThrowingStream(), true));
    System.setErr(new PrintStream(new ThrowingStream(), true));
  }

  private static void damageThread(Thread thread) {
    thread.setName("damaged");
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler((dying, failure) -> fail());
    thread.interrupt();
  }

  /** Starts threads that never end and keep Java alive, and one that dies. */
  private static void startThreads() throws InterruptedException {
    for (int i = 0; i < THREADS; i++) {
      new Thread(Damage::waitForever).start();
    }
    Thread dying = new Thread(Damage::fail);
    dying.start();
    dying.join();
  }

  private static void waitForever() {
    synchronized (Damage.class) {
      while (true) {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException again) {
          // Nothing ends this thread.
        }
      }
    }
  }

  private static void fail() {
    throw new IllegalStateException("noise from damage");
  }

  private static final class ThrowingStream extends OutputStream {

    @Override
    public void write(int value) {
      fail();
    }
  }

  private static final class ThrowingHandler extends Handler {

    @Override
    public void publish(LogRecord logged) {
      fail();
    }

    @Override
    public void flush() {
      fail();
    }

    @Override
    public void close() {
      fail();
    }
  }
}
