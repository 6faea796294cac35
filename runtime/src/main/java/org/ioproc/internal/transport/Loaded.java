package org.ioproc.internal.transport;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads a value when it is first needed. A class initializer would report the cause of a failure
 * only once, and a stack overflow would break the class permanently.
 *
 * @param <T> the value
 */
public final class Loaded<T> {

  /** The most stack that loading needs, in kilobytes. */
  private static final int ROOM = 128;

  private final Supplier<T> loading;
  private volatile @Nullable T value;
  private @Nullable LinkageError failure;

  /**
   * Creates a holder without loading the value.
   *
   * @param loading loads the value; throws a {@link LinkageError} if trying again is useless
   */
  public Loaded(Supplier<T> loading) {
    this.loading = loading;
  }

  /**
   * Returns the value; the first call loads it.
   *
   * @return always the same object
   * @throws LinkageError if the value cannot be loaded, with the same text each time
   * @throws StackOverflowError if the stack has no room for loading
   */
  public T get() {
    T present = value;
    return present == null ? load() : present;
  }

  private synchronized T load() {
    T present = value;
    if (present != null) {
      return present;
    }
    LinkageError before = failure;
    if (before != null) {
      throw new LinkageError(before.getMessage(), before.getCause());
    }
    StackRoom.require(ROOM);
    try {
      T loaded = loading.get();
      value = loaded;
      return loaded;
    } catch (LinkageError unusable) {
      failure = unusable;
      throw unusable;
    }
  }
}
