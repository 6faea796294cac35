package org.ioproc.glue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/**
 * The open files of one procedure, each known by a token that fits a word of {@code adwInfo}: the
 * file's slot in the lower half, the slot's generation, which is never 0, in the upper. So 0 is no
 * token, and neither is that of a file that has been closed. Finding a file takes no lock.
 *
 * @param <F> what the procedure's author opens
 */
final class OpenFiles<F> {

  private static final int MOST = 1 << 16;

  private final Queue<Integer> released = new ArrayDeque<>();
  private int used;
  private volatile int size;
  private volatile AtomicReferenceArray<@Nullable OpenFile<F>> slots =
      new AtomicReferenceArray<>(16);
  private int[] generations = new int[16];

  synchronized OpenFile<F> add(String name, F file) throws MmioException {
    int slot = freeSlot();
    OpenFile<F> added = new OpenFile<>(nextGeneration(slot) << 16 | slot, name, file);
    slots.set(slot, added);
    size++;
    return added;
  }

  @Nullable OpenFile<F> find(int token) {
    AtomicReferenceArray<@Nullable OpenFile<F>> current = slots;
    int slot = token & 0xFFFF;
    OpenFile<F> found = slot < current.length() ? current.get(slot) : null;
    return found != null && found.token() == token ? found : null;
  }

  /** Lets go of a file whose monitor the caller holds. */
  synchronized void remove(OpenFile<F> file) {
    file.close();
    int slot = file.token() & 0xFFFF;
    slots.set(slot, null);
    released.add(slot);
    size--;
  }

  int size() {
    return size;
  }

  /** A slot never used, or the one that was released longest ago. */
  private int freeSlot() throws MmioException {
    if (used < slots.length()) {
      return used++;
    }
    if (released.size() >= slots.length() / 2) {
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
    AtomicReferenceArray<@Nullable OpenFile<F>> larger =
        new AtomicReferenceArray<>(slots.length() * 2);
    for (int i = 0; i < slots.length(); i++) {
      larger.set(i, slots.get(i));
    }
    generations = Arrays.copyOf(generations, larger.length());
    slots = larger;
  }

  /** Begins anywhere, so that a token cannot be guessed. */
  private int nextGeneration(int slot) {
    int last = generations[slot];
    int next = last == 0 ? ThreadLocalRandom.current().nextInt(1, 1 << 16) : last % 0xFFFF + 1;
    generations[slot] = next;
    return next;
  }
}
