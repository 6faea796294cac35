package org.ioproc.testing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioOption;
import org.ioproc.mmio.MmioFile;

/** Checks what a program learns of a full container and of damaged content. */
final class FailureChecks {

  /** How much a program tries to write, in bytes. */
  static final int MOST = 16 << 20;

  /** What told the program that the container is full. */
  private enum Report {
    NONE,
    WRITING,

    /** After this one, a program cannot know what is there. */
    CLOSING
  }

  private FailureChecks() {}

  static Check full(String name) {
    return Check.of(
        Promise.FULL_CONTAINERS,
        program -> {
          unbuffered(program, name);
          buffered(program, name);
        },
        Promise.CREATION);
  }

  private static void unbuffered(Program program, String name) throws Exception {
    ExpectedFile whole = WriteChecks.content(name, MOST, 1);
    ByteBuffer source = ByteBuffer.wrap(whole.content());
    Report report = writeUntilItFails(program, name, source, ClientFile.LARGE);
    int written = source.position();
    program.expect(report != Report.NONE, "no error; " + written + " bytes were accepted");
    if (report == Report.WRITING) {
      requireWritten(program, whole, written);
    }
  }

  private static void buffered(Program program, String name) throws Exception {
    ByteBuffer source = ByteBuffer.allocate(MOST);
    Report report =
        writeUntilItFails(program, name, source, ClientFile.LARGE / 64, MmioOption.BUFFERED);
    program.expect(
        report != Report.NONE, "no error; " + source.position() + " bytes were accepted");
  }

  private static Report writeUntilItFails(
      Program program, String name, ByteBuffer source, int piece, MmioOption... options)
      throws MmioException {
    ClientFile file = created(program, name, options);
    file.asks("write " + MOST + " bytes to");
    boolean failed = failsToWrite(file.file(), source, piece);
    try {
      file.file().close();
      return failed ? Report.WRITING : Report.NONE;
    } catch (MmioException reported) {
      return Report.CLOSING;
    }
  }

  private static ClientFile created(Program program, String name, MmioOption... options)
      throws MmioException {
    return options.length == 0
        ? program.open(name, CREATE, WRITE)
        : program.open(name, CREATE, WRITE, options[0]);
  }

  private static boolean failsToWrite(MmioFile file, ByteBuffer source, int piece) {
    try {
      while (source.position() < source.capacity()) {
        source.limit(Math.min(source.capacity(), source.position() + piece));
        int unused = file.write(source);
      }
      file.buffer().flush();
      return false;
    } catch (IOException reported) {
      return true;
    }
  }

  /** Every byte that a write has accepted must be there. */
  private static void requireWritten(Program program, ExpectedFile whole, int written)
      throws Exception {
    program.circumstances("after its container was full");
    if (written > 0) {
      try (ClientFile open = program.open(whole.name(), READ)) {
        open.expect(whole, 0, written);
      }
    }
  }

  static Check damage(String name) {
    return Check.of(Promise.DAMAGE, program -> damage(program, name), Promise.END);
  }

  private static void damage(Program program, String name) throws Exception {
    ClientFile open;
    try {
      open = program.open(name, READ);
    } catch (MmioException refused) {
      requireFound(program, refused);
      return;
    }
    try (open) {
      readUntilItFails(program, open);
      open.moveTo(0);
      readUntilItFails(program, open);
    }
  }

  private static void requireFound(Program program, MmioException refused) throws Unexpected {
    program.expect(
        refused.error() != MmioError.FILE_NOT_FOUND,
        "not found, although it is there: " + refused.getMessage());
  }

  /** A checksum may tell of the damage only at the end, after wrong bytes. */
  private static void readUntilItFails(Program program, ClientFile open)
      throws IOException, Unexpected {
    open.asks("read to the end of the damaged");
    long read = 0;
    int count = 1;
    try {
      while (count > 0) {
        count = open.read(ClientFile.LARGE).length;
        read += count;
      }
    } catch (MmioException reported) {
      return;
    }
    throw program.unexpected("the end after " + read + " bytes, and no error");
  }
}
