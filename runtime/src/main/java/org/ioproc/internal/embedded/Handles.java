package org.ioproc.internal.embedded;

import org.ioproc.internal.transport.TokenTable;
import org.jspecify.annotations.Nullable;

/**
 * The open files by handle. Handles have 32 bits and are at least 65536, so they are never 0 or
 * {@code TRUE}.
 */
final class Handles {

  private static final long FIRST = 1 << 16;

  private final TokenTable<ManagedFile> files;

  Handles() {
    this(FIRST - 1);
  }

  /** Creates a table that begins after a handle. */
  Handles(long last) {
    files = new TokenTable<>(FIRST, last);
  }

  /** Adds a file and returns its handle, or 0 if too many files are open. */
  long add(ManagedFile file) {
    return files.add(file) ? file.handle() : 0;
  }

  @Nullable ManagedFile find(long handle) {
    return files.find(handle);
  }

  /** Removes and returns a file; null if the handle is not valid. */
  @Nullable ManagedFile remove(long handle) {
    return files.remove(handle);
  }
}
