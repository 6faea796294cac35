package org.ioproc.internal.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.BasicFileAttributes;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.glue.IoProcedure;

/**
 * The error codes of ordinary files, as Microsoft documents them; Wine 8.0 has {@code
 * MMIOERR_FILENOTFOUND} for them all.
 */
final class DosErrors {

  private DosErrors() {}

  static int code(int message, Exception failure) {
    if (failure instanceof MmioException mmio) {
      return mmio.error().code();
    }
    return (message == IoProcedure.MMIOM_CLOSE ? MmioError.CANNOT_CLOSE : error(failure)).code();
  }

  private static MmioError error(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing(Path.of(missing.getFile()));
    }
    if (failure instanceof InvalidPathException) {
      return MmioError.FILE_NOT_FOUND;
    }
    if (failure instanceof NotDirectoryException) {
      return MmioError.PATH_NOT_FOUND;
    }
    if (failure instanceof AccessDeniedException
        || failure instanceof FileAlreadyExistsException
        || failure instanceof ReadOnlyFileSystemException
        || failure instanceof SecurityException) {
      return MmioError.ACCESS_DENIED;
    }
    return failure instanceof FileSystemException other ? byReason(other) : MmioError.CANNOT_OPEN;
  }

  private static MmioError missing(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return folder == null || Files.isDirectory(folder)
        ? MmioError.FILE_NOT_FOUND
        : MmioError.PATH_NOT_FOUND;
  }

  /** What the JDK has no exception of its own for. */
  private static MmioError byReason(FileSystemException failure) {
    String reason = String.valueOf(failure.getReason());
    if (reason.contains("Too many open files")) {
      return MmioError.TOO_MANY_OPEN_FILES;
    }
    return reason.contains("Not a directory") ? MmioError.PATH_NOT_FOUND : MmioError.CANNOT_OPEN;
  }

  /** What is there must be known: a name can be too long, or a folder closed to this process. */
  static void requireFile(Path path) throws IOException {
    if (Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
      throw new MmioException(MmioError.ACCESS_DENIED, path + " is a folder.");
    }
  }
}
