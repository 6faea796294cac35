package org.ioproc.internal.transport;

import org.jspecify.annotations.Nullable;

/**
 * Finds objects by 32-bit numbers, which native code keeps in place of the objects. The table
 * assigns numbers in order, and wraps around after the last. An object's index is its number modulo
 * the table's length, and numbers whose place is occupied are skipped. At most a quarter of the
 * table is full, so little more than a quarter of the numbers are skipped. No number is therefore
 * reused within 2^31 additions, however many objects the table holds.
 *
 * <p>Threads: safe for concurrent use. Finding an object takes no lock and allocates nothing.
 *
 * <p>An AtomicReferenceArray would work, too, but initializes method handles, which would delay a
 * host application's first file.
 *
 * @param <T> the objects
 */
public final class TokenTable<T extends TokenTable.Numbered> {

  /** The most objects that a table can hold. */
  public static final int MOST = 1 << 16;

  private static final long LAST = 0xFFFF_FFFFL;

  private final long first;
  private long last;
  private volatile int size;

  /** Written again after each change of an element, so that other threads see the change. */
  private volatile @Nullable Numbered[] objects = new @Nullable Numbered[32];

  /**
   * Creates an empty table.
   *
   * @param first the smallest number, at least 1
   * @param last the number before the first one to assign, from {@code first - 1} to 2^32-1
   */
  public TokenTable(long first, long last) {
    this.first = first;
    this.last = last;
  }

  /** An object that knows its number in a table. */
  public interface Numbered {

    /** Returns the number. */
    long number();

    /** Sets the number, before any thread can find the object. */
    void number(long number);
  }

  /**
   * Adds an object under a new number.
   *
   * @return false if the table holds {@link #MOST} objects
   */
  public synchronized boolean add(T object) {
    if (size == MOST) {
      return false;
    }
    if (size == objects.length / 4) {
      grow();
    }
    last = nextNumber();
    object.number(last);
    set(last, object);
    size++;
    return true;
  }

  private void grow() {
    @Nullable Numbered[] larger = new @Nullable Numbered[objects.length * 2];
    for (Numbered object : objects) {
      if (object != null) {
        larger[place(object.number(), larger)] = object;
      }
    }
    objects = larger;
  }

  private long nextNumber() {
    @Nullable Numbered[] current = objects;
    long next = last;
    do {
      next = next == LAST ? first : next + 1;
    } while (current[place(next, current)] != null);
    return next;
  }

  /** Returns the object with a number, or null if there is none. */
  @SuppressWarnings("unchecked") // Only objects of this type are added.
  public @Nullable T find(long number) {
    @Nullable Numbered[] current = objects;
    Numbered found = current[place(number, current)];
    return found != null && found.number() == number ? (T) found : null;
  }

  /** Removes and returns the object with a number; null if there is none. */
  public synchronized @Nullable T remove(long number) {
    T removed = find(number);
    if (removed != null) {
      set(number, null);
      size--;
    }
    return removed;
  }

  /** Returns how many objects the table holds. */
  public int size() {
    return size;
  }

  private void set(long number, @Nullable Numbered object) {
    @Nullable Numbered[] current = objects;
    current[place(number, current)] = object;
    objects = current;
  }

  private static int place(long number, @Nullable Numbered[] objects) {
    return (int) number & (objects.length - 1);
  }
}
