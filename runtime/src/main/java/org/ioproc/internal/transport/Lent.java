package org.ioproc.internal.transport;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Memory or a text that stands for that of a program in another process. It has an address until it
 * is closed. Closing allocates nothing, so it succeeds even if memory has run out.
 */
public final class Lent implements AutoCloseable {

  private final Map<Long, Object> all;
  private final @Nullable Long number;
  private final long address;

  Lent(Map<Long, Object> all, @Nullable Long number, long address) {
    this.all = all;
    this.number = number;
    this.address = address;
  }

  /** Returns the address; 0 for a null pointer. */
  public long address() {
    return address;
  }

  /** Takes back the address. */
  @Override
  public void close() {
    if (number != null) {
      Object unused = all.remove(number);
    }
  }
}
