package org.ioproc.internal.transport;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is loaded when it is first needed. If a class's initializer loaded it, that would
 * say only once why it failed, and an overflow of the stack would break the class for good.
 *
 * @param <T> what is loaded
 */
public final class Loaded<T> {

  /** The stack, in kilobytes, that loading needs at most. */
  private static final int ROOM = 128;

  private final Supplier<T> loading;
  private volatile @Nullable T value;
  private @Nullable LinkageError failure;

  /**
   * Loads nothing yet.
   *
   * @param loading loads it; fails with a {@link LinkageError} if that is no use again
   */
  public Loaded(Supplier<T> loading) {
    this.loading = loading;
  }

  /**
   * Loads it, the first time.
   *
   * @return always the same object
   * @throws LinkageError if it cannot be loaded, with the same text each time
   * @throws StackOverflowError if the stack has no room for loading it
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
