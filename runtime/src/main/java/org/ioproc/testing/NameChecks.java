package org.ioproc.testing;

import static java.nio.file.StandardOpenOption.READ;

import java.util.List;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/** Checks renaming and deleting, unless the procedure refuses them. */
final class NameChecks {

  private static final int SIZE = 1000;

  private final ExpectedFile first;
  private final ExpectedFile second;

  private NameChecks(String name, long seed) {
    this.first = WriteChecks.content(name, SIZE, seed);
    this.second = WriteChecks.content(Names.with("-renamed", name), SIZE, seed + 1);
  }

  static List<Check> of(String name, long seed) {
    NameChecks checks = new NameChecks(name, seed);
    return List.of(
        Check.of(Promise.RENAMING, checks::renaming, Promise.MISSING_FILES, Promise.TRUNCATION),
        Check.of(Promise.DELETION, checks::deletion, Promise.MISSING_FILES, Promise.CREATION));
  }

  private void renaming(Program program) throws Exception {
    program.deleteSilently(second.name());
    WriteChecks.create(program, first);
    if (isRefused(() -> program.rename(first.name(), second.name()))) {
      WriteChecks.requireContent(program, first);
      return;
    }
    program.circumstances("after the file was renamed");
    OpenChecks.requireNotFound(program, first.name(), "", READ);
    WriteChecks.requireContent(program, new ExpectedFile(second.name(), first.content()));
    replacesNothing(program);
  }

  private void replacesNothing(Program program) throws Exception {
    WriteChecks.create(program, first);
    WriteChecks.create(program, second);
    program.circumstances("although that exists");
    MmioException unused =
        program.refusal(
            () -> program.rename(second.name(), first.name()), "the file there was replaced");
    program.circumstances("after another could not be renamed to it");
    WriteChecks.requireContent(program, first);
    WriteChecks.requireContent(program, second);
    program.deleteSilently(second.name());
  }

  private void deletion(Program program) throws Exception {
    WriteChecks.create(program, first);
    if (isRefused(() -> program.delete(first.name()))) {
      WriteChecks.requireContent(program, first);
    } else {
      program.circumstances("after it was deleted");
      OpenChecks.requireNotFound(program, first.name(), "", READ);
    }
  }

  /** Returns whether the procedure does not allow something at all. */
  private static boolean isRefused(Program.Request request) throws MmioException {
    try {
      request.send();
      return false;
    } catch (MmioException refusal) {
      if (refusal.error() == MmioError.ACCESS_DENIED) {
        return true;
      }
      throw refusal;
    }
  }
}
