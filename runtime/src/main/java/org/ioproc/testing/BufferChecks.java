package org.ioproc.testing;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Recognizes handlers that keep their buffers. They get copies, which the library overwrites when
 * they return.
 */
final class BufferChecks {

  /** Part of the description of bytes that come from an overwritten copy. */
  static final String OVERWRITTEN = ", from a buffer that was no longer valid";

  /** Part of the failure that the library reports when a handler writes to its buffer too late. */
  private static final String WRITTEN_LATE = "buffer is valid only during its call";

  /** How long a handler that fills its buffer on another thread may take. */
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(300);

  private BufferChecks() {}

  /** What a program does with a file. */
  @FunctionalInterface
  interface Use {
    void run() throws Exception;
  }

  /** Runs a use of files whose handlers get copies, and recognizes handlers that keep them. */
  static void lendingCopies(Program program, Use use) throws Unexpected {
    program.lendCopies(true);
    try {
      use.run();
    } catch (Exception failure) {
      throw recognized(program, failure);
    } finally {
      program.lendCopies(false);
    }
  }

  private static Unexpected recognized(Program program, Exception failure) {
    Unexpected unexpected = Unexpected.of(program.asked(), failure);
    for (String sign : List.of(OVERWRITTEN, WRITTEN_LATE)) {
      if (unexpected.mentions(sign)) {
        return new Unexpected(unexpected.asked(), unexpected.telling(sign))
            .breaking(Promise.BUFFERS);
      }
    }
    return unexpected;
  }

  /** Gives a handler time to write to a buffer too late, before the file is closed. */
  static void waitForLateWrites() {
    LockSupport.parkNanos(PATIENCE);
  }
}
