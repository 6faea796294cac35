package org.ioproc.glue;

import static org.ioproc.glue.IoProcedure.MMIOM_CLOSE;
import static org.ioproc.glue.IoProcedure.MMIOM_OPEN;
import static org.ioproc.glue.IoProcedure.MMIOM_RENAME;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.zip.ZipException;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.TracedMessage;

/** The one place that turns what a handler threw into what its message must return. */
final class Failures {

  private static final System.Logger LOGGER = System.getLogger("org.ioproc");

  private Failures() {}

  /**
   * What a failed message returns. Reading, writing and seeking have one answer for every failure;
   * the messages that an application defines, too: 0 would say that they are unknown.
   */
  static long result(int message, Throwable failure) {
    return switch (message) {
      case MMIOM_OPEN, MMIOM_CLOSE, MMIOM_RENAME -> error(message, failure).code();
      default -> -1;
    };
  }

  /** The answer when not even {@link #result} can run, for want of memory or stack. */
  static long lastResort(int message) {
    return switch (message) {
      case MMIOM_OPEN, MMIOM_CLOSE, MMIOM_RENAME -> 258; // MMIOERR_OUTOFMEMORY
      default -> -1;
    };
  }

  private static MmioError error(int message, Throwable failure) {
    if (failure instanceof MmioException mmio) {
      return mmio.error();
    }
    if (failure instanceof NoSuchFileException
        || failure instanceof FileNotFoundException
        || failure instanceof InvalidPathException) {
      return MmioError.FILE_NOT_FOUND;
    }
    if (failure instanceof NotDirectoryException) {
      return MmioError.PATH_NOT_FOUND;
    }
    if (failure instanceof AccessDeniedException
        || failure instanceof FileAlreadyExistsException
        || failure instanceof ReadOnlyFileSystemException
        || failure instanceof NonReadableChannelException
        || failure instanceof NonWritableChannelException
        || failure instanceof SecurityException) {
      return MmioError.ACCESS_DENIED;
    }
    if (failure instanceof OverlappingFileLockException) {
      return MmioError.SHARING_VIOLATION;
    }
    if (failure instanceof ZipException || failure instanceof EOFException) {
      return MmioError.INVALID_FILE;
    }
    if (failure instanceof UnknownHostException || failure instanceof SocketException) {
      return MmioError.NETWORK_ERROR;
    }
    if (failure instanceof OutOfMemoryError) {
      return MmioError.OUT_OF_MEMORY;
    }
    return message == MMIOM_CLOSE ? MmioError.CANNOT_CLOSE : MmioError.CANNOT_OPEN;
  }

  /** Logs a failure, once, and keeps it for whoever asks this thread for the text. */
  static void report(String procedure, int message, String file, Throwable failure) {
    LastFailure.set(failure);
    LOGGER.log(
        failure instanceof Error ? System.Logger.Level.ERROR : System.Logger.Level.WARNING,
        () ->
            procedure
                + ": "
                + new TracedMessage(file, message, 0, 0, 0).symbol()
                + " failed for \""
                + file
                + "\": "
                + failure,
        failure);
  }
}
