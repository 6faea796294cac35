package com.example;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;

/** Fills the heap endlessly, so that a collection is running when the process ends. */
final class Garbage {

  private static volatile Object last;

  private Garbage() {}

  /** Starts threads that create garbage, and returns after two collections. */
  static void make() {
    for (int i = 0; i < 2; i++) {
      Thread thread = new Thread(Garbage::allocate, "garbage");
      thread.setDaemon(true);
      thread.start();
    }
    awaitCollection();
    awaitCollection();
  }

  private static void allocate() {
    while (true) {
      last = new byte[1 << 16];
    }
  }

  private static void awaitCollection() {
    Reference<Object> collected = new WeakReference<>(new Object());
    while (!collected.refersTo(null)) {
      Thread.onSpinWait();
    }
  }
}
