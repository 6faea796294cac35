package org.ioproc.internal.transport;

import org.jspecify.annotations.Nullable;

/**
 * Finds objects by numbers of 32 bits, which native code keeps in place of the objects. The table
 * gives out numbers in order, and starts again at the first after the last. An object lies at its
 * number modulo the table's length; numbers with occupied places are skipped. At most a quarter of
 * the table is full, so not many more than a quarter of the numbers are skipped: 2^31 additions
 * never reuse a number, however many objects are in the table.
 *
 * <p>Threads: safe for all. Finding an object takes no lock and allocates nothing.
 *
 * <p>An AtomicReferenceArray would work, too, but starts Java's method handles, for which a host
 * application would wait at its first file.
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

  /** Written again after each change of an element, which other threads then see. */
  private volatile @Nullable Numbered[] objects = new @Nullable Numbered[32];

  /**
   * Creates an empty table.
   *
   * @param first the smallest number, at least 1
   * @param last the number after which the table begins, from {@code first - 1} to 2^32-1
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
