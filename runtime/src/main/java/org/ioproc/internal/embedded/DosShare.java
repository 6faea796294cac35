package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DENYREAD;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DENYWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EXCLUSIVE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_RWMODE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_SHAREMODE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/**
 * The access and share modes of an open ordinary file. Only Windows enforces them by itself, so
 * this class enforces them among the files of this process.
 *
 * <p>A file's key identifies it under all names and links. Java has no keys on Windows, so the real
 * path identifies it there, and two hard links count as two files.
 */
final class DosShare {

  private static final List<DosShare> HELD = new ArrayList<>();

  private final Object file;
  private final boolean reads;
  private final boolean writes;
  private final boolean deniesRead;
  private final boolean deniesWrite;

  private DosShare(Object file, int flags) {
    int mode = flags & MMIO_SHAREMODE;
    this.file = file;
    this.reads = reads(flags);
    this.writes = (flags & (MMIO_RWMODE | MMIO_CREATE)) != 0;
    this.deniesRead = mode == MMIO_EXCLUSIVE || mode == MMIO_DENYREAD;
    this.deniesWrite = mode == MMIO_EXCLUSIVE || mode == MMIO_DENYWRITE;
  }

  /**
   * Claims the share of a file that is about to be opened. Another process may replace the file
   * before it is open, so the caller must then check {@link #isOf}.
   *
   * @throws MmioException if the file is open and not shared in this way
   * @throws IOException if there is no such file
   */
  static DosShare claim(Path path, int flags) throws IOException {
    DosShare share = new DosShare(file(path), flags);
    synchronized (HELD) {
      if (HELD.stream().anyMatch(held -> held.denies(share) || share.denies(held))) {
        throw new MmioException(
            MmioError.SHARING_VIOLATION,
            path
                + " is open elsewhere and not shared in this way; close it there, or share it in"
                + " both places.");
      }
      HELD.add(share);
    }
    return share;
  }

  /** Claims a file to delete or rename. As on Windows, it must not be open anywhere. */
  static DosShare alone(Path path) throws IOException {
    return claim(path, MMIO_READWRITE | MMIO_EXCLUSIVE);
  }

  /** Returns the key of a file, which is the same under all its names. Follows links. */
  private static Object file(Path path) throws IOException {
    Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    return key == null ? realPath(path) : key;
  }

  /** Returns the real path, or the absolute one if Windows may not list a folder on the way. */
  private static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException unlisted) {
      return path.toAbsolutePath().normalize();
    }
  }

  /** Returns whether the path still leads to the file. */
  boolean isOf(Path path) throws IOException {
    try {
      return file.equals(file(path));
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** Returns whether the flags allow reading, as MMIO_CREATE always does (Wine 8.0). */
  static boolean reads(int flags) {
    return (flags & MMIO_RWMODE) != MMIO_WRITE || (flags & MMIO_CREATE) != 0;
  }

  private boolean denies(DosShare other) {
    return file.equals(other.file)
        && ((deniesRead && other.reads) || (deniesWrite && other.writes));
  }

  void end() {
    synchronized (HELD) {
      HELD.remove(this);
    }
  }
}
