package org.ioproc.internal.embedded;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The open files by handle: a slot in the lower 16 bits and above it the number of the slot's use,
 * from 1. So no handle is 0, none is {@code TRUE}, and one that is closed is not soon another
 * file's.
 *
 * <p>Threads: safe for all. Finding a file takes no lock.
 */
final class Handles {

  private static final int MOST = 1 << 16;
  private static final int LAST_USE = 0x7FFF;

  private final Queue<Integer> released = new ArrayDeque<>();
  private int[] uses = new int[16];
  private int used;
  private volatile AtomicReferenceArray<@Nullable OpenFile> slots = new AtomicReferenceArray<>(16);

  /** The handle of a file that is added, or 0 if there are too many. */
  synchronized long add(OpenFile file) {
    int slot = freeSlot();
    if (slot < 0) {
      return 0;
    }
    uses[slot] = uses[slot] % LAST_USE + 1;
    long handle = (long) uses[slot] << 16 | slot;
    file.handle(handle);
    slots.set(slot, file);
    return handle;
  }

  @Nullable OpenFile find(long handle) {
    AtomicReferenceArray<@Nullable OpenFile> current = slots;
    int slot = (int) handle & 0xFFFF;
    OpenFile found = slot < current.length() ? current.get(slot) : null;
    return found != null && found.handle() == handle ? found : null;
  }

  /** Removes a file; null if the handle is not one. */
  synchronized @Nullable OpenFile remove(long handle) {
    OpenFile found = find(handle);
    if (found != null) {
      int slot = (int) handle & 0xFFFF;
      slots.set(slot, null);
      released.add(slot);
    }
    return found;
  }

  private int freeSlot() {
    if (used < slots.length()) {
      return used++;
    }
    if (!released.isEmpty()) {
      return released.remove();
    }
    if (used == MOST) {
      return -1;
    }
    grow();
    return used++;
  }

  private void grow() {
    AtomicReferenceArray<@Nullable OpenFile> larger =
        new AtomicReferenceArray<>(slots.length() * 2);
    for (int i = 0; i < slots.length(); i++) {
      larger.set(i, slots.get(i));
    }
    uses = Arrays.copyOf(uses, larger.length());
    slots = larger;
  }
}
