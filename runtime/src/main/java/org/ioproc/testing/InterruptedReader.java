package org.ioproc.testing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ioproc.MmioException;

/**
 * Interrupts a thread while it reads. Its own file may fail then, because an interrupt closes a
 * {@link java.nio.channels.FileChannel}.
 */
final class InterruptedReader {

  private static final int INTERRUPTS = 300;
  private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(50);

  private InterruptedReader() {}

  static void interrupt(Program program, ExpectedFile file) throws Exception {
    ClientThread reader = ClientThread.start(program, another -> readUntilItFails(another, file));
    for (int i = 0; i < INTERRUPTS; i++) {
      reader.interrupt();
      LockSupport.parkNanos(PAUSE);
    }
    reader.join();
  }

  private static void readUntilItFails(Program program, ExpectedFile file) throws Exception {
    try (ClientFile open = program.open(file.name())) {
      for (int i = 0; i < INTERRUPTS; i++) {
        open.expect(file, 0, ClientFile.LARGE);
      }
    } catch (MmioException interrupted) {
      // The caller finds out whether other files have failed, too.
    }
  }
}
