package org.ioproc.glue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/**
 * The open files of one procedure, each known by a token that fits a word of {@code adwInfo}: the
 * file's slot in the lower half, the slot's generation, which is never 0, in the upper. So 0 is no
 * token, and neither is that of a file that has been closed. Finding a file takes no lock.
 *
 * <p>An AtomicReferenceArray and a ThreadLocalRandom would do as well, but start Java's method
 * handles and random generators, for which a host waits at its first file.
 *
 * @param <F> what the procedure's author opens
 */
final class OpenFiles<F> {

  private static final int MOST = 1 << 16;

  private final Queue<Integer> released = new ArrayDeque<>();
  private int used;
  private volatile int size;

  /** Written again after each change of an element, which other threads then see. */
  @SuppressWarnings("unchecked") // There is no other way to make an array of a generic type.
  private volatile @Nullable OpenFile<F>[] slots = (OpenFile<F>[]) new OpenFile<?>[16];

  private int[] generations = new int[16];

  synchronized OpenFile<F> add(String name, F file) throws MmioException {
    int slot = freeSlot();
    OpenFile<F> added = new OpenFile<>(nextGeneration(slot) << 16 | slot, name, file);
    set(slot, added);
    size++;
    return added;
  }

  @Nullable OpenFile<F> find(int token) {
    @Nullable OpenFile<F>[] current = slots;
    int slot = token & 0xFFFF;
    OpenFile<F> found = slot < current.length ? current[slot] : null;
    return found != null && found.token() == token ? found : null;
  }

  /** Lets go of a file whose monitor the caller holds. */
  synchronized void remove(OpenFile<F> file) {
    file.close();
    int slot = file.token() & 0xFFFF;
    set(slot, null);
    released.add(slot);
    size--;
  }

  private void set(int slot, @Nullable OpenFile<F> file) {
    @Nullable OpenFile<F>[] current = slots;
    current[slot] = file;
    slots = current;
  }

  int size() {
    return size;
  }

  /** A slot never used, or the one that was released longest ago. */
  private int freeSlot() throws MmioException {
    if (used < slots.length) {
      return used++;
    }
    if (released.size() >= slots.length / 2) {
      return released.remove();
    }
    if (used < MOST) {
      grow();
      return used++;
    }
    Integer slot = released.poll();
    if (slot == null) {
      throw new MmioException(
          MmioError.TOO_MANY_OPEN_FILES,
          "A procedure has at most " + MOST + " files open at once, and all are.");
    }
    return slot;
  }

  private void grow() {
    generations = Arrays.copyOf(generations, slots.length * 2);
    slots = Arrays.copyOf(slots, slots.length * 2);
  }

  private int nextGeneration(int slot) {
    int last = generations[slot];
    int next = last == 0 ? firstGeneration() : last % 0xFFFF + 1;
    generations[slot] = next;
    return next;
  }

  /** Anywhere, so that a token cannot be guessed. */
  private static int firstGeneration() {
    long mixed = System.nanoTime() * 0x9E3779B97F4A7C15L;
    return (int) ((mixed >>> 33) % 0xFFFF) + 1;
  }
}
