package org.ioproc.internal.embedded;

import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;

/**
 * The predefined procedure for files in memory, {@code "MEM "}. The manager does its work, in
 * {@link MemoryFile}; what is here is an address and the answer to every message.
 */
final class MemProcedure implements IoProcedure {

  private MemProcedure() {}

  static long address() {
    return Entry.ADDRESS;
  }

  private static final class Entry {
    static final long ADDRESS = Transport.current().stub(new MemProcedure());
  }

  /** There is nothing to open, to close or to rename. */
  @Override
  public long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    return 0;
  }
}
