package org.ioproc.internal.embedded;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The open files by handle. Handles are numbers of 32 bits, from 65536 on, so none is 0 or {@code
 * TRUE}, and after the last the first follows. A file lies at its handle modulo the table's length;
 * a handle whose place is taken is left out. At most a quarter of the table is full, so hardly more
 * than a quarter of the handles are left out: 2^31 openings never bring one back.
 *
 * <p>Threads: safe for all. Finding a file takes no lock.
 */
final class Handles {

  private static final int MOST = 1 << 16;
  private static final long FIRST = 1 << 16;
  private static final long LAST = 0xFFFF_FFFFL;

  private long last;
  private int size;
  private volatile AtomicReferenceArray<@Nullable ManagedFile> files =
      new AtomicReferenceArray<>(64);

  Handles() {
    this(LAST);
  }

  /** Begins after a handle. */
  Handles(long last) {
    this.last = last;
  }

  /** The handle of a file that is added, or 0 if there are too many. */
  synchronized long add(ManagedFile file) {
    if (size == MOST) {
      return 0;
    }
    if (size == files.length() / 4) {
      grow();
    }
    size++;
    last = nextHandle();
    file.handle(last);
    files.set(place(last, files), file);
    return last;
  }

  private long nextHandle() {
    long next = last;
    do {
      next = next == LAST ? FIRST : next + 1;
    } while (files.get(place(next, files)) != null);
    return next;
  }

  @Nullable ManagedFile find(long handle) {
    AtomicReferenceArray<@Nullable ManagedFile> current = files;
    ManagedFile found = current.get(place(handle, current));
    return found != null && found.handle() == handle ? found : null;
  }

  /** Removes a file; null if the handle is not one. */
  synchronized @Nullable ManagedFile remove(long handle) {
    ManagedFile found = find(handle);
    if (found != null) {
      files.set(place(handle, files), null);
      size--;
    }
    return found;
  }

  private void grow() {
    AtomicReferenceArray<@Nullable ManagedFile> larger =
        new AtomicReferenceArray<>(files.length() * 2);
    for (int i = 0; i < files.length(); i++) {
      ManagedFile file = files.get(i);
      if (file != null) {
        larger.set(place(file.handle(), larger), file);
      }
    }
    files = larger;
  }

  private static int place(long handle, AtomicReferenceArray<?> files) {
    return (int) handle & (files.length() - 1);
  }
}
