package org.ioproc.internal.mmsystem;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The most recent failure of a Java procedure on each thread, with its text and cause. mmio itself
 * passes on only a number. The library's built-in procedures use this class, too.
 */
public final class LastFailure {

  /** A class, because a lambda would initialize method handles at a host's first failure. */
  private static final ThreadLocal<Kept> KEPT =
      new ThreadLocal<>() {
        @Override
        protected Kept initialValue() {
          return new Kept();
        }
      };

  /** The failures of all threads that are alive. */
  private static final Set<Kept> ALL = Collections.newSetFromMap(new WeakHashMap<>());

  private LastFailure() {}

  /**
   * Replaces this thread's failure.
   *
   * @param failure what was thrown
   */
  public static void set(Throwable failure) {
    KEPT.get().set(failure, null);
  }

  /**
   * Replaces this thread's failure with one that {@link #forget} can remove.
   *
   * @param failure what was thrown
   * @param procedure the procedure that failed
   */
  public static void set(Throwable failure, Object procedure) {
    KEPT.get().set(failure, procedure);
  }

  /**
   * Returns this thread's failure.
   *
   * @return the failure, or null if there is none
   */
  public static @Nullable Throwable peek() {
    return KEPT.get().failure;
  }

  /**
   * Returns this thread's failure and forgets it.
   *
   * @return the failure, or null if there is none
   */
  public static @Nullable Throwable take() {
    return KEPT.get().take();
  }

  /**
   * Forgets the failures of a procedure on all threads, because they keep its classes loaded.
   *
   * @param procedure the procedure that failed
   * @param here whether to forget this thread's failure, too; a program may be about to take it
   */
  public static void forget(Object procedure, boolean here) {
    Kept own = KEPT.get();
    synchronized (ALL) {
      for (Kept kept : ALL) {
        if (here || kept != own) {
          kept.forget(procedure);
        }
      }
    }
  }

  private static final class Kept {

    private volatile @Nullable Throwable failure;
    private @Nullable Object procedure;

    Kept() {
      synchronized (ALL) {
        ALL.add(this);
      }
    }

    synchronized void set(@Nullable Throwable failure, @Nullable Object procedure) {
      this.failure = failure;
      this.procedure = procedure;
    }

    @Nullable Throwable take() {
      Throwable taken = failure;
      if (taken != null) { // Called after each mmio function, and almost always null.
        set(null, null);
      }
      return taken;
    }

    synchronized void forget(Object removed) {
      if (removed.equals(procedure)) {
        set(null, null);
      }
    }
  }
}
