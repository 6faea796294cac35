package org.ioproc.testing;

import static org.ioproc.testing.Promise.BUFFERS;
import static org.ioproc.testing.Promise.CONTENT;
import static org.ioproc.testing.Promise.INTERRUPTS;
import static org.ioproc.testing.Promise.OPENS;
import static org.ioproc.testing.Promise.OTHER_THREADS;
import static org.ioproc.testing.Promise.POSITIONS;
import static org.ioproc.testing.Promise.RELEASE;
import static org.ioproc.testing.Promise.REOPENING;
import static org.ioproc.testing.Promise.SEVERAL_FILES;
import static org.ioproc.testing.Promise.SIMULTANEOUS_THREADS;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;

/**
 * Checks what happens to files that are open at the same time, and to the threads that use them.
 */
final class SharingChecks {

  private static final int READS = 100;
  private static final int THREADS = 4;

  /** The number of files that are opened to find out whether they are closed again. */
  private static final int FILES = 20;

  private final ExpectedFile file;
  private final ExpectedFile other;

  private SharingChecks(ExpectedFile file, ExpectedFile other) {
    this.file = file;
    this.other = other;
  }

  /**
   * Returns the checks.
   *
   * @param file a file
   * @param other another, or the same if there is only one
   */
  static List<Check> of(ExpectedFile file, ExpectedFile other) {
    SharingChecks checks = new SharingChecks(file, other);
    return List.of(
        Check.of(SEVERAL_FILES, checks::severalFiles, POSITIONS),
        Check.of(OTHER_THREADS, checks::otherThreads, POSITIONS),
        Check.of(SIMULTANEOUS_THREADS, checks::simultaneousThreads, SEVERAL_FILES, OTHER_THREADS),
        Check.of(RELEASE, checks::release, OPENS, BUFFERS, CONTENT, REOPENING));
  }

  /** Returns a check that comes last, because a procedure that fails here may be used up. */
  static Check interrupts(ExpectedFile file, ExpectedFile other) {
    SharingChecks checks = new SharingChecks(file, other);
    return Check.of(INTERRUPTS, checks::interrupts, SIMULTANEOUS_THREADS);
  }

  private void severalFiles(Program program) throws Exception {
    Random random = program.random();
    program.circumstances("together with two others");
    try (ClientFile first = program.open(file.name());
        ClientFile second = program.open(file.name());
        ClientFile third = program.open(other.name())) {
      for (int i = 0; i < file.times(READS); i++) {
        ReadChecks.expectAtRandom(first, file, random);
        ReadChecks.expectAtRandom(second, file, random);
        ReadChecks.expectAtRandom(third, other, random);
      }
      first.file().close();
      program.circumstances("after another was closed");
      ReadChecks.expectAtRandom(second, file, random);
      second.expect(file, 0, ClientFile.LARGE);
      third.expect(other, 0, ClientFile.LARGE);
    }
  }

  private void otherThreads(Program program) throws Exception {
    ClientFile open = program.open(file.name());
    open.expectNext(file, 0, 100);
    program.circumstances("on another thread than the one that opened it");
    ClientThread.run(program, another -> open.usedBy(another).expectAll(file));
    ClientThread.run(program, another -> open.usedBy(another).close());
  }

  private void simultaneousThreads(Program program) throws Exception {
    program.circumstances("while other threads read other files");
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<ClientThread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      ExpectedFile own = i % 2 == 0 ? file : other;
      threads.add(ClientThread.start(program, another -> readAtRandom(another, own, start)));
    }
    ClientThread.joinAll(threads);
  }

  private static void readAtRandom(Program program, ExpectedFile file, CyclicBarrier start)
      throws Exception {
    try (ClientFile open = program.open(file.name())) {
      int unused = start.await();
      for (int i = 0; i < file.times(READS); i++) {
        ReadChecks.expectAtRandom(open, file, program.random());
        open.expect(file, program.random().nextInt(file.size() + 1), ClientFile.LARGE);
      }
    }
  }

  private void interrupts(Program program) throws Exception {
    ClientThread.run(program, this::readWhileInterrupted);
    try (ClientFile bystander = program.open(other.name())) {
      bystander.expect(other, 0, 100);
      InterruptedReader.interrupt(program, file);
      program.circumstances("after a thread was interrupted while it was reading another");
      bystander.expectAll(other);
    }
    try (ClientFile again = program.open(file.name())) {
      again.expectAll(file);
    }
  }

  /** An interrupt that is pending before a call must neither disturb the call nor be lost. */
  private void readWhileInterrupted(Program program) throws Exception {
    program.circumstances("on a thread that is interrupted");
    Thread.currentThread().interrupt();
    try (ClientFile open = program.open(file.name())) {
      open.expectAll(file);
    }
    program.expect(Thread.interrupted(), "the right bytes, but the thread's interrupt was lost");
  }

  /** Counts again if it must, because other threads of this process may open files, too. */
  private void release(Program program) throws Exception {
    long open = leftOpen(program);
    if (open >= FILES) {
      open = leftOpen(program);
    }
    program.asks("open, read and close " + Program.quoted(file.name()) + ", " + FILES + " times");
    program.expect(open < FILES, open + " files that stay open in this process");
  }

  private long leftOpen(Program program) throws Exception {
    long before = SystemFiles.count();
    for (int i = 0; i < FILES; i++) {
      try (ClientFile open = program.open(file.name())) {
        open.expectNext(file, 0, 1);
      }
    }
    return SystemFiles.count() - before;
  }
}
