package org.ioproc.internal.mmsystem;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_RENAME;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.StreamCorruptedException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/** Maps exceptions to mmio's error codes. */
public final class ErrorCodes {

  /** Exceeds any real chain of causes, and ends a chain that forms a cycle. */
  private static final int LONGEST_CHAIN = 10;

  /**
   * The codes of exceptions by their classes' names, as {@link org.ioproc.OnOpen} documents them; a
   * test compares both.
   */
  static final Map<String, MmioError> TABLE =
      Map.ofEntries(
          entry(NoSuchFileException.class, MmioError.FILE_NOT_FOUND),
          entry(FileNotFoundException.class, MmioError.FILE_NOT_FOUND),
          entry(InvalidPathException.class, MmioError.FILE_NOT_FOUND),
          entry(FileSystemNotFoundException.class, MmioError.FILE_NOT_FOUND),
          entry(NotDirectoryException.class, MmioError.PATH_NOT_FOUND),
          entry(FileSystemLoopException.class, MmioError.PATH_NOT_FOUND),
          entry(AccessDeniedException.class, MmioError.ACCESS_DENIED),
          entry(FileAlreadyExistsException.class, MmioError.ACCESS_DENIED),
          entry(DirectoryNotEmptyException.class, MmioError.ACCESS_DENIED),
          entry(ReadOnlyFileSystemException.class, MmioError.ACCESS_DENIED),
          entry(NonReadableChannelException.class, MmioError.ACCESS_DENIED),
          entry(NonWritableChannelException.class, MmioError.ACCESS_DENIED),
          entry(SecurityException.class, MmioError.ACCESS_DENIED),
          entry(OverlappingFileLockException.class, MmioError.SHARING_VIOLATION),
          entry(UnknownHostException.class, MmioError.NETWORK_ERROR),
          entry(UnresolvedAddressException.class, MmioError.NETWORK_ERROR),
          entry(SocketException.class, MmioError.NETWORK_ERROR),
          entry(SocketTimeoutException.class, MmioError.NETWORK_ERROR),
          entry(SSLException.class, MmioError.NETWORK_ERROR),
          // Not every runtime image has the module java.net.http.
          Map.entry("java.net.http.HttpTimeoutException", MmioError.NETWORK_ERROR),
          entry(ZipException.class, MmioError.INVALID_FILE),
          entry(DataFormatException.class, MmioError.INVALID_FILE),
          entry(StreamCorruptedException.class, MmioError.INVALID_FILE),
          entry(EOFException.class, MmioError.INVALID_FILE),
          entry(OutOfMemoryError.class, MmioError.OUT_OF_MEMORY));

  /** Parts of the system's messages that tell {@link FileSystemException}s apart. */
  private static final Map<String, MmioError> REASONS =
      Map.of(
          "Too many open files", MmioError.TOO_MANY_OPEN_FILES,
          "Not a directory", MmioError.PATH_NOT_FOUND,
          "Is a directory", MmioError.ACCESS_DENIED,
          "being used by another process", MmioError.SHARING_VIOLATION);

  private ErrorCodes() {}

  private static Map.Entry<String, MmioError> entry(
      Class<? extends Throwable> type, MmioError error) {
    return Map.entry(type.getName(), error);
  }

  /**
   * Returns the answer to a message that failed: an error code for MMIOM_OPEN, MMIOM_CLOSE and
   * MMIOM_RENAME, otherwise -1. That includes messages that an application defines, because 0 would
   * mean that the procedure does not know them.
   */
  public static long answer(int message, Throwable failure) {
    return switch (message) {
      case MMIOM_OPEN, MMIOM_RENAME -> of(failure, MmioError.CANNOT_OPEN).code();
      case MMIOM_CLOSE -> of(failure, MmioError.CANNOT_CLOSE).code();
      default -> -1;
    };
  }

  /** Returns the code of the first failure in a chain of causes that has one, or the default. */
  public static MmioError of(Throwable failure, MmioError otherwise) {
    for (Throwable link : chain(failure)) {
      MmioError error = own(link);
      if (error != null) {
        return error;
      }
    }
    return otherwise;
  }

  /** Returns a failure and its causes. */
  public static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>(LONGEST_CHAIN);
    Throwable link = failure;
    while (link != null && chain.size() < LONGEST_CHAIN) {
      chain.add(link);
      link = cause(link);
    }
    return chain;
  }

  /** Returns the cause of a failure; null if it has none or its method throws. */
  private static @Nullable Throwable cause(Throwable failure) {
    try {
      return failure.getCause();
    } catch (Throwable unknown) {
      return null;
    }
  }

  /** Returns the code of a failure regardless of its causes, or null if it has none. */
  public static @Nullable MmioError own(Throwable failure) {
    if (failure instanceof MmioException mmio) {
      return mmio.error();
    }
    MmioError error = null;
    Class<?> type = failure.getClass();
    while (error == null && type != null) {
      error = TABLE.get(type.getName());
      type = type.getSuperclass();
    }
    return error == null && failure instanceof FileSystemException file ? byReason(file) : error;
  }

  private static @Nullable MmioError byReason(FileSystemException failure) {
    String reason = reason(failure);
    for (Map.Entry<String, MmioError> known : REASONS.entrySet()) {
      if (reason.contains(known.getKey())) {
        return known.getValue();
      }
    }
    return null;
  }

  private static String reason(FileSystemException failure) {
    try {
      return String.valueOf(failure.getReason());
    } catch (Throwable unknown) {
      return "";
    }
  }
}
