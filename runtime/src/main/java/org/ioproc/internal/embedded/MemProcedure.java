package org.ioproc.internal.embedded;

import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;

/**
 * The built-in procedure for files in memory, {@code "MEM "}. {@link MemoryFile} does the work.
 * This class only provides an address, and an answer to every message.
 */
final class MemProcedure implements IoProcedure {

  private MemProcedure() {}

  static long address() {
    return Entry.ADDRESS;
  }

  private static final class Entry {
    static final long ADDRESS = Transport.current().stub(new MemProcedure());
  }

  /** Does nothing, and reports success. */
  @Override
  public long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    return 0;
  }
}
