package org.ioproc.testing;

import static org.ioproc.testing.Promise.BUFFERS;
import static org.ioproc.testing.Promise.CONTENT;
import static org.ioproc.testing.Promise.COUNTS;
import static org.ioproc.testing.Promise.END;
import static org.ioproc.testing.Promise.FAILED_CALLS;
import static org.ioproc.testing.Promise.OPENS;
import static org.ioproc.testing.Promise.POSITIONS;
import static org.ioproc.testing.Promise.REOPENING;
import static org.ioproc.testing.Promise.SIZE;
import static org.ioproc.testing.Promise.THREAD_STATE;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.ioproc.MmioException;
import org.ioproc.MmioOption;
import org.ioproc.mmio.SeekOrigin;

/** Checks what a program reads from one file that it has open. */
final class ReadChecks {

  private static final int[] COUNTS_OF_BYTES = {1, 2, 3, 7, 512, 4095, 4096, 4097, 65535, 65536};

  /** How many pieces of one size are read. */
  private static final int PIECES = 50;

  private static final Promise[] FIRST_USE = {OPENS, BUFFERS, CONTENT, REOPENING};

  private static final int RANDOM_READS = 200;

  /** How far behind the end random reads may begin, in bytes. */
  private static final int BEHIND = 100;

  private final ExpectedFile file;

  private ReadChecks(ExpectedFile file) {
    this.file = file;
  }

  static List<Check> of(ExpectedFile file) {
    ReadChecks checks = new ReadChecks(file);
    return List.of(
        Check.of(OPENS, checks::firstUse, BUFFERS, CONTENT, REOPENING),
        Check.of(THREAD_STATE, checks::threadState, FIRST_USE),
        Check.of(END, checks::end, THREAD_STATE),
        Check.of(SIZE, checks::size, THREAD_STATE),
        Check.of(COUNTS, checks::counts, END),
        Check.of(POSITIONS, checks::positions, COUNTS),
        Check.of(FAILED_CALLS, checks::failedCalls, POSITIONS));
  }

  /**
   * Opens the file for the first time, reads it and opens it again: a procedure that can do so only
   * once must be recognized. Handlers get copies of the buffers, because one that keeps its buffer
   * must be recognized before its effects are.
   */
  private void firstUse(Program program) throws Exception {
    BufferChecks.lendingCopies(
        program,
        () -> {
          firstReading(program);
          reopening(program);
        });
    program.circumstances("");
    repeating(program);
    program.expectExists(true, file.name(), "no, although it can be opened");
  }

  private void firstReading(Program program) throws Exception {
    try (ClientFile open = program.open(file.name())) {
      forward(open);
    }
  }

  private void forward(ClientFile open) throws Unexpected {
    try {
      for (int position = 0; position < file.size(); position += ClientFile.LARGE) {
        int rest = Math.min(ClientFile.LARGE, file.size() - position);
        open.expectNext(file, position, rest);
      }
    } catch (Exception failure) {
      BufferChecks.waitForLateWrites();
      throw Unexpected.of(open.asked(), failure).breaking(CONTENT);
    }
  }

  private void reopening(Program program) throws Unexpected {
    program.circumstances("when it is opened again");
    try {
      for (int i = 0; i < 2; i++) {
        ClientFile open = program.open(file.name());
        open.expectNext(file, 0, Math.min(100, file.size()));
        open.close();
        open.close();
      }
    } catch (Exception failure) {
      throw Unexpected.of(program.asked(), failure).breaking(REOPENING);
    }
  }

  /** Some procedures answer the second read from what they have kept. */
  private void repeating(Program program) throws Unexpected {
    try {
      BufferChecks.lendingCopies(program, () -> readTwice(program));
    } catch (Unexpected unexpected) {
      if (unexpected.promise() == BUFFERS) { // Others have checks of their own.
        throw unexpected;
      }
    }
  }

  private void readTwice(Program program) throws Exception {
    try (ClientFile open = program.open(file.name())) {
      open.expect(file, 0, 100);
      open.expect(file, 0, 100);
    }
  }

  private void threadState(Program program) throws Exception {
    int priority = Thread.currentThread().getPriority();
    try (ClientFile open = program.open(file.name())) {
      open.expectNext(file, 0, 100);
      requireState(program, priority);
    }
    requireState(program, priority);
  }

  private static void requireState(Program program, int priority) throws Unexpected {
    program.expect(!Thread.interrupted(), "the answer, but the thread is interrupted now");
    int now = Thread.currentThread().getPriority();
    program.expect(
        now == priority, "the answer, but the thread's priority is " + now + ", not " + priority);
  }

  private void end(Program program) throws Exception {
    try (ClientFile open = program.open(file.name())) {
      open.expectAll(file);
      open.expectNext(file, file.size(), 100);
      open.expect(file, file.size() + 1000L, ClientFile.LARGE);
      open.expect(file, Integer.MAX_VALUE - 10, 10);
    }
  }

  /** Offsets from the end count backwards, with either sign. */
  private void size(Program program) throws Exception {
    try (ClientFile open = program.open(file.name())) {
      open.expectNumber(file.size(), open.size());
      int back = Math.min(10, file.size());
      open.seek(back, SeekOrigin.END, file.size() - back);
      open.seek(-back, SeekOrigin.END, file.size() - back);
    }
  }

  private void counts(Program program) throws Exception {
    for (int count : COUNTS_OF_BYTES) {
      try (ClientFile open = program.open(file.name())) {
        open.expectNext(file, 0, 0);
        pieces(open, count);
      }
    }
  }

  private void pieces(ClientFile open, int count) throws IOException, Unexpected {
    int position = 0;
    for (int i = 0; i < PIECES && position < file.size(); i++) {
      open.expectNext(file, position, count);
      position += count;
    }
  }

  private void positions(Program program) throws Exception {
    try (ClientFile open = program.open(file.name())) {
      backward(open);
      relative(open);
      random(open, program.random(), BEHIND);
    }
    try (ClientFile open = program.open(file.name(), MmioOption.BUFFERED)) {
      random(open, program.random(), 0); // winmm's buffer has bytes behind the end (Wine 8.0).
    }
  }

  private void backward(ClientFile open) throws IOException, Unexpected {
    int piece = Math.max(512, file.size() / PIECES);
    for (long position = file.size(); position > 0; position -= piece) {
      open.expect(file, Math.max(0, position - piece), piece);
    }
  }

  private void relative(ClientFile open) throws IOException, Unexpected {
    int half = file.size() / 2;
    open.moveTo(0);
    open.seek(half, SeekOrigin.CURRENT, half);
    open.expectNext(file, half, 1);
    int after = Math.min(file.size(), half + 1);
    open.seek(-after, SeekOrigin.CURRENT, 0);
    open.expectNext(file, 0, 100);
  }

  private void random(ClientFile open, Random random, int behind) throws IOException, Unexpected {
    for (int i = 0; i < file.times(RANDOM_READS); i++) {
      expectAtRandom(open, file, random, behind);
    }
  }

  static void expectAtRandom(ClientFile open, ExpectedFile file, Random random)
      throws IOException, Unexpected {
    expectAtRandom(open, file, random, BEHIND);
  }

  /** Small reads are as likely as large ones. */
  private static void expectAtRandom(ClientFile open, ExpectedFile file, Random random, int behind)
      throws IOException, Unexpected {
    int most = 1 << random.nextInt(17);
    open.expect(file, random.nextInt(file.size() + behind + 1), 1 + random.nextInt(most));
  }

  private void failedCalls(Program program) throws Exception {
    ClientFile open = program.open(file.name());
    open.circumstances("after a seek to -1");
    failsOrNot(() -> open.file().seek(-1, SeekOrigin.START));
    open.expect(file, 0, 100);
    if (file.size() > 0) {
      open.moveTo(0);
      open.circumstances("after a write to the file, which is open for reading");
      failsOrNot(() -> open.write(file.part(0, 1)));
    }
    open.expect(file, 0, 100);
    open.expect(file, file.size() / 2, 100);
    failsOrNot(open::close); // It may report the write.
  }

  private interface Call {
    void run() throws IOException;
  }

  /** A file may allow more than it must. */
  private static void failsOrNot(Call call) throws IOException {
    try {
      call.run();
    } catch (MmioException refused) {
      // The file must stay usable.
    }
  }
}
