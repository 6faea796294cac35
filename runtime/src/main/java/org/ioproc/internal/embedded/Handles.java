package org.ioproc.internal.embedded;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The open files by handle: a slot in the lower 16 bits and above it the number of the slot's use,
 * from 1. So no handle is 0 and none is {@code TRUE}. A slot is used again when all the others have
 * been, so a handle that is closed is not another file's before 2^31 openings more.
 *
 * <p>Threads: safe for all. Finding a file takes no lock.
 */
final class Handles {

  private static final int MOST = 1 << 16;
  private static final int NONE = -1;

  /** A handle is as long as a pointer, and positive. */
  private static final int LAST_USE =
      Transport.current().memory().pointerSize() == Long.BYTES ? Integer.MAX_VALUE : 0x7FFF;

  private int[] uses = new int[16];
  private int used;

  /**
   * For each slot that is released the one that was released next, so that closing needs no memory.
   */
  private int[] released = new int[16];

  private int oldest = NONE;
  private int newest = NONE;
  private volatile AtomicReferenceArray<@Nullable OpenFile> slots = new AtomicReferenceArray<>(16);

  /** The handle of a file that is added, or 0 if there are too many. */
  synchronized long add(OpenFile file) {
    int slot = freeSlot();
    if (slot == NONE) {
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
      release(slot);
    }
    return found;
  }

  private void release(int slot) {
    released[slot] = NONE;
    if (newest == NONE) {
      oldest = slot;
    } else {
      released[newest] = slot;
    }
    newest = slot;
  }

  private int freeSlot() {
    if (used < MOST) {
      if (used == slots.length()) {
        grow();
      }
      return used++;
    }
    int slot = oldest;
    if (slot != NONE) {
      oldest = released[slot];
      newest = oldest == NONE ? NONE : newest;
    }
    return slot;
  }

  private void grow() {
    AtomicReferenceArray<@Nullable OpenFile> larger =
        new AtomicReferenceArray<>(slots.length() * 2);
    for (int i = 0; i < slots.length(); i++) {
      larger.set(i, slots.get(i));
    }
    int[] moreUses = Arrays.copyOf(uses, larger.length());
    released = Arrays.copyOf(released, larger.length());
    uses = moreUses;
    slots = larger;
  }
}
