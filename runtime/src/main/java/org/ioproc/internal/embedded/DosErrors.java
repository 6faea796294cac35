package org.ioproc.internal.embedded;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_RENAME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.ErrorCodes;
import org.ioproc.internal.text.ProcessPath;

/**
 * Error codes for ordinary files, as Microsoft documents them. Wine 8.0 reports {@code
 * MMIOERR_FILENOTFOUND} for all of these failures.
 */
final class DosErrors {

  private DosErrors() {}

  /** Returns the answer to a message that has failed. */
  static long result(int message, Throwable failure) {
    return switch (message) {
      case MMIOM_OPEN, MMIOM_RENAME ->
          failure instanceof NoSuchFileException missing && isFolderMissing(missing)
              ? MmioError.PATH_NOT_FOUND.code()
              : ErrorCodes.answer(message, failure);
      case MMIOM_CLOSE -> MmioError.CANNOT_CLOSE.code();
      default -> ErrorCodes.answer(message, failure);
    };
  }

  private static boolean isFolderMissing(NoSuchFileException missing) {
    Path folder = ProcessPath.of(missing.getFile()).getParent();
    return folder != null && !Files.isDirectory(folder);
  }

  /**
   * Requires that a file exists. Otherwise throws the reason, such as a name that is too long or a
   * folder that this process may not open.
   */
  static void requireFile(Path path) throws IOException {
    if (Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
      throw new MmioException(MmioError.ACCESS_DENIED, path + " is a folder.");
    }
  }
}
