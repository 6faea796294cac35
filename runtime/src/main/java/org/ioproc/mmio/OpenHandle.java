package org.ioproc.mmio;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.glue.Installation;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.jspecify.annotations.Nullable;

/** An open file's handle, and what there is to do before and after each call with it. */
final class OpenHandle {

  /** Those that are open and keep memory: nobody else need have a file that is in use. */
  private static final Set<OpenHandle> KEEPING = ConcurrentHashMap.newKeySet();

  private final MmioFunctions functions;
  private final long number;
  private final String name;

  @SuppressWarnings("UnusedVariable") // It is enough that it can be reached.
  private @Nullable ByteBuffer kept;

  private volatile boolean closed;

  /** The name is for a person. */
  OpenHandle(MmioFunctions functions, long number, String name) {
    this.functions = functions;
    this.number = number;
    this.name = name;
  }

  boolean isOpen() {
    return !closed;
  }

  /** The handle as the functions know it, for one call. */
  long begin() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
    ManagerFailures.forget();
    return number;
  }

  /** Keeps memory of the program's, which the manager knows by its address, while it is open. */
  void keep(@Nullable ByteBuffer memory) {
    kept = memory;
    if (memory != null) {
      KEEPING.add(this);
    }
  }

  void require(int error, String what, MmioError unknown) throws MmioException {
    if (error != 0) {
      throw ManagerFailures.of("cannot " + what + " " + name, error, unknown);
    }
  }

  MmioException failure(String what, MmioError error) {
    return ManagerFailures.of("cannot " + what + " " + name, error);
  }

  /** A second call does nothing. */
  void close(int flags) throws MmioException {
    if (closed) {
      return;
    }
    closed = true;
    ManagerFailures.forget();
    int error = functions.mmioClose(number, flags);
    KEEPING.remove(this);
    try {
      require(error, "close", MmioError.CANNOT_CLOSE);
    } finally {
      Installation.removeLeaving();
    }
  }

  @Override
  public String toString() {
    return closed ? name + ", closed" : name;
  }
}
