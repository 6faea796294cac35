package org.ioproc.testing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.testing.Promise.BUFFERS;
import static org.ioproc.testing.Promise.CREATION;
import static org.ioproc.testing.Promise.EXTENSION;
import static org.ioproc.testing.Promise.OVERWRITING;
import static org.ioproc.testing.Promise.POSITIONS;
import static org.ioproc.testing.Promise.READING_BACK;
import static org.ioproc.testing.Promise.RIFF_SIZES;
import static org.ioproc.testing.Promise.SIZE;
import static org.ioproc.testing.Promise.TRUNCATION;

import java.nio.file.OpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ioproc.MmioOption;

/** Checks what a program writes to a file that it may create, change and delete. */
final class WriteChecks {

  /** A size that is not a multiple of any buffer's size, in bytes. */
  private static final int LENGTH = 100_001;

  private static final int GAP = 2000;

  private final String name;
  private final ExpectedFile whole;

  private WriteChecks(String name, long seed) {
    this.name = name;
    this.whole = content(name, LENGTH, seed);
  }

  static List<Check> of(String name, long seed) {
    WriteChecks checks = new WriteChecks(name, seed);
    return List.of(
        Check.of(CREATION, checks::creation, BUFFERS, SIZE, POSITIONS),
        Check.of(TRUNCATION, checks::truncation, CREATION),
        Check.of(OVERWRITING, checks::overwriting, CREATION),
        Check.of(EXTENSION, checks::extension, OVERWRITING),
        Check.of(READING_BACK, checks::readingBack, OVERWRITING, TRUNCATION),
        Check.of(RIFF_SIZES, program -> RiffFile.check(program, name), OVERWRITING, TRUNCATION));
  }

  /** Returns a file with random content. */
  static ExpectedFile content(String name, int size, long seed) {
    byte[] content = new byte[size];
    new Random(seed).nextBytes(content);
    return new ExpectedFile(name, content);
  }

  /** Writes a file in pieces of several sizes. */
  static void create(Program program, ExpectedFile file, OpenOption... options) throws Exception {
    try (ClientFile created = program.open(file.name(), with(options, CREATE, WRITE))) {
      int position = 0;
      for (int count = 1; position < file.size(); count *= 3) {
        created.write(file.part(position, count));
        position += count;
      }
      created.asks("flush");
      created.file().buffer().flush();
    }
  }

  private static OpenOption[] with(OpenOption[] options, OpenOption... more) {
    OpenOption[] all = Arrays.copyOf(more, more.length + options.length);
    System.arraycopy(options, 0, all, more.length, options.length);
    return all;
  }

  static void requireContent(Program program, ExpectedFile file) throws Exception {
    try (ClientFile open = program.open(file.name(), READ)) {
      open.expectAll(file);
      open.expectNumber(file.size(), open.size());
    }
  }

  private void creation(Program program) throws Exception {
    BufferChecks.lendingCopies(program, () -> createAndRead(program));
    create(program, whole, MmioOption.BUFFERED);
    requireContent(program, whole);
  }

  private void createAndRead(Program program) throws Exception {
    create(program, whole);
    requireContent(program, whole);
  }

  private void truncation(Program program) throws Exception {
    create(program, whole);
    ExpectedFile shorter = new ExpectedFile(name, whole.part(0, 10));
    create(program, shorter);
    program.circumstances("after it was created again with 10 bytes");
    requireContent(program, shorter);
  }

  private void overwriting(Program program) throws Exception {
    create(program, whole);
    byte[] changed = whole.content().clone();
    try (ClientFile open = program.open(name, READ, WRITE)) {
      replace(open, changed, LENGTH / 2, 1000);
      replace(open, changed, 4, 4);
      replace(open, changed, LENGTH - 1, 1);
    }
    program.circumstances("after parts of it were replaced");
    requireContent(program, new ExpectedFile(name, changed));
  }

  private static void replace(ClientFile open, byte[] changed, int position, int count)
      throws Exception {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) count);
    System.arraycopy(bytes, 0, changed, position, count);
    open.writeAt(position, bytes);
  }

  /** What is in the gap is left to the procedure. */
  private void extension(Program program) throws Exception {
    create(program, whole);
    byte[] end = {1, 2, 3};
    try (ClientFile open = program.open(name, READ, WRITE)) {
      open.writeAt(LENGTH, end);
      open.writeAt(LENGTH + end.length + GAP, end);
    }
    program.circumstances("after bytes were written behind its end");
    try (ClientFile open = program.open(name, READ)) {
      open.expect(whole, 0, LENGTH);
      open.expectNumber(LENGTH + GAP + 2L * end.length, open.size());
      requireAt(program, open, LENGTH, end);
      requireAt(program, open, LENGTH + end.length + GAP, end);
    }
  }

  private static void requireAt(Program program, ClientFile open, int position, byte[] expected)
      throws Exception {
    open.moveTo(position);
    open.asks("read " + expected.length + " bytes at position " + position + " of");
    Differences.require(program, expected, open.read(expected.length), position);
  }

  private void readingBack(Program program) throws Exception {
    try (ClientFile open = program.open(name, CREATE, READ, WRITE)) {
      open.write(whole.part(0, 1000));
      open.circumstances("before it is closed");
      ExpectedFile written = new ExpectedFile(name, whole.part(0, 1000));
      open.expectAll(written);
      open.expectNumber(written.size(), open.size());
      open.writeAt(500, whole.part(0, 4));
      requireAt(program, open, 500, whole.part(0, 4));
      requireAt(program, open, 504, whole.part(504, 100));
    }
  }
}
