package org.ioproc.testing;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.nio.file.OpenOption;
import java.util.List;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/** Checks which files are opened, and with what the others are refused. */
final class OpenChecks {

  private static final List<MmioError> NOT_FOUND =
      List.of(MmioError.FILE_NOT_FOUND, MmioError.PATH_NOT_FOUND);

  private OpenChecks() {}

  /**
   * Checks a name under which there is no file.
   *
   * @param remedy what an author can do if the procedure opens it on purpose
   */
  static Check missing(String name, String remedy) {
    return Check.of(
        Promise.MISSING_FILES,
        program -> {
          requireNotFound(program, name, remedy, READ);
          program.expectExists(false, name, "yes, although it cannot be opened");
        });
  }

  /** Checks that a program that wants to write does not create a file. */
  static Check notCreated(String missing) {
    return Check.of(
        Promise.NO_CREATION,
        program -> {
          try {
            requireRefused(program, missing, WRITE);
            requireRefused(program, missing, READ, WRITE);
            program.expectExists(false, missing, "yes, after it was opened for writing");
          } finally {
            program.deleteSilently(missing);
          }
        },
        Promise.MISSING_FILES);
  }

  static Check folder(String name) {
    return Check.of(Promise.FOLDERS, program -> requireRefused(program, name, READ));
  }

  static Check nameless(ExpectedFile file) {
    return Check.of(
        Promise.NAMELESS_FILES,
        program -> {
          requireReason(program, () -> program.openNameless(READ).close());
          String container = file.name().substring(0, file.name().lastIndexOf('+') + 1);
          requireReason(program, () -> program.open(container, READ).close());
        },
        Promise.OPENS);
  }

  static Check writeAccess(ExpectedFile file) {
    return Check.of(
        Promise.WRITE_ACCESS, program -> writeTheSame(program, file), Promise.POSITIONS);
  }

  static void requireNotFound(Program program, String name, String remedy, OpenOption... options)
      throws Unexpected {
    MmioException refusal =
        program.refusal(
            () -> program.open(name, options).close(), "it was opened as if it existed" + remedy);
    program.expect(
        NOT_FOUND.contains(refusal.error()),
        "an error for another reason: " + refusal.getMessage());
  }

  private static void requireRefused(Program program, String name, OpenOption... options)
      throws Unexpected {
    MmioException unused =
        program.refusal(() -> program.open(name, options).close(), "it was opened");
  }

  private static void requireReason(Program program, Program.Request request) throws Unexpected {
    try {
      request.send();
    } catch (MmioException refusal) {
      program.expect(
          refusal.error() != MmioError.CANNOT_OPEN,
          "an error without a reason: " + refusal.getMessage());
    }
  }

  /** Replaces the first byte by itself, so that the file stays the same. */
  private static void writeTheSame(Program program, ExpectedFile file) throws Exception {
    ClientFile open;
    try {
      open = program.open(file.name(), READ, WRITE);
    } catch (MmioException refused) {
      return;
    }
    try (open) {
      if (file.size() > 0) {
        open.writeAt(0, file.part(0, 1));
      }
    }
    try (ClientFile again = program.open(file.name())) {
      again.expectAll(file);
    }
  }
}
