package org.ioproc.glue;

import org.jspecify.annotations.Nullable;

/**
 * What last went wrong in a procedure on this thread. mmio itself passes on a number at the most;
 * this is where the text and the cause are found.
 *
 * <p>It is for procedures that are written in Java, the library's own included.
 */
public final class LastFailure {

  private static final ThreadLocal<@Nullable Throwable> FAILURE = new ThreadLocal<>();

  private LastFailure() {}

  /**
   * Keeps a failure in the place of an earlier one.
   *
   * @param failure what was thrown
   */
  public static void set(Throwable failure) {
    FAILURE.set(failure);
  }

  /**
   * Takes the failure; a second call finds none.
   *
   * @return what a handler threw, or null
   */
  public static @Nullable Throwable take() {
    Throwable failure = FAILURE.get();
    if (failure != null) {
      FAILURE.set(null); // Removing the entry would make a new one at each call.
    }
    return failure;
  }
}
