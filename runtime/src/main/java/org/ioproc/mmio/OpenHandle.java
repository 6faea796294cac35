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

/**
 * An open file's handle. It is also the lock for all calls that use it, whether from the file, its
 * buffer, its chunks or its streams.
 */
final class OpenHandle {

  /**
   * The open handles that keep memory, even if the program has dropped its file without closing it.
   */
  private static final Set<OpenHandle> KEEPING = ConcurrentHashMap.newKeySet();

  private final MmioFunctions functions;
  private final long number;
  private final String name;

  @SuppressWarnings("UnusedVariable") // It only has to be reachable.
  private @Nullable ByteBuffer kept;

  private volatile boolean closed;

  /** Creates a handle. The name appears in error messages. */
  OpenHandle(MmioFunctions functions, long number, String name) {
    this.functions = functions;
    this.number = number;
    this.name = name;
  }

  boolean isOpen() {
    return !closed;
  }

  /** Returns the handle for one call. */
  long begin() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
    ManagerFailures.forget();
    return number;
  }

  /** Keeps the program's memory while the file is open: the manager knows only its address. */
  void keep(@Nullable ByteBuffer memory) {
    kept = memory;
    if (memory != null) {
      KEEPING.add(this);
    }
  }

  void require(int error, String task, MmioError unknown) throws MmioException {
    if (error != 0) {
      throw ManagerFailures.of("cannot " + task + " " + name, error, unknown);
    }
  }

  MmioException failure(String task, MmioError error) {
    return ManagerFailures.of("cannot " + task + " " + name, error);
  }

  /** Closes the file. Closing it again does nothing. */
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
