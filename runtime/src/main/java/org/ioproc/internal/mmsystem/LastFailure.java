package org.ioproc.internal.mmsystem;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What last went wrong in a procedure on this thread. mmio itself passes on a number at the most;
 * this is where the text and the cause are found.
 *
 * <p>It is for procedures that are written in Java, the library's own included.
 */
public final class LastFailure {

  /** A class, because a lambda would start Java's method handles at a host's first failure. */
  private static final ThreadLocal<Kept> KEPT =
      new ThreadLocal<>() {
        @Override
        protected Kept initialValue() {
          return new Kept();
        }
      };

  /** As long as their threads live. */
  private static final Set<Kept> ALL = Collections.newSetFromMap(new WeakHashMap<>());

  private LastFailure() {}

  /**
   * Keeps a failure in the place of an earlier one.
   *
   * @param failure what was thrown
   */
  public static void set(Throwable failure) {
    KEPT.get().set(failure, null);
  }

  /**
   * Keeps a failure as long as its procedure is installed.
   *
   * @param failure what was thrown
   * @param procedure by what it is forgotten
   */
  public static void set(Throwable failure, Object procedure) {
    KEPT.get().set(failure, procedure);
  }

  /**
   * Takes the failure; a second call finds none.
   *
   * @return what a handler threw, or null
   */
  public static @Nullable Throwable take() {
    return KEPT.get().take();
  }

  /**
   * Forgets what a procedure threw, since a failure keeps the procedure's classes loaded.
   *
   * @param procedure what its failures were kept with
   * @param here whether on this thread, too, where a program may just be about to take it
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
      if (taken != null) { // Asked at each call of mmio's, and nearly always null.
        set(null, null);
      }
      return taken;
    }

    synchronized void forget(Object unused) {
      if (unused.equals(procedure)) {
        set(null, null);
      }
    }
  }
}
