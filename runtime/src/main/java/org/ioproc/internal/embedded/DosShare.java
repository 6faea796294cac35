package org.ioproc.internal.embedded;

import static org.ioproc.internal.winmm.MmioFunctions.MMIO_CREATE;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_DENYREAD;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_DENYWRITE;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_EXCLUSIVE;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_READWRITE;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_RWMODE;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_SHAREMODE;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_WRITE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/**
 * What one opening of an ordinary file does, and what it denies to others. Other systems than
 * Windows do not enforce this, so it is enforced here among the files of this process.
 */
final class DosShare {

  private static final List<DosShare> HELD = new ArrayList<>();

  private final Path path;
  private final boolean reads;
  private final boolean writes;
  private final boolean deniesRead;
  private final boolean deniesWrite;

  private DosShare(Path path, int flags) {
    int mode = flags & MMIO_SHAREMODE;
    this.path = path.toAbsolutePath().normalize();
    this.reads = reads(flags);
    this.writes = (flags & (MMIO_RWMODE | MMIO_CREATE)) != 0;
    this.deniesRead = mode == MMIO_EXCLUSIVE || mode == MMIO_DENYREAD;
    this.deniesWrite = mode == MMIO_EXCLUSIVE || mode == MMIO_DENYWRITE;
  }

  /**
   * The share of a file that is being opened.
   *
   * @throws MmioException if another opening is in the way
   */
  static DosShare claim(Path path, int flags) throws MmioException {
    DosShare share = new DosShare(path, flags);
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

  /** The share of a file that is being deleted or renamed: Windows wants it open nowhere. */
  static DosShare alone(Path path) throws MmioException {
    return claim(path, MMIO_READWRITE | MMIO_EXCLUSIVE);
  }

  /** A file that is made can be read, too (seen in Wine 8.0). */
  static boolean reads(int flags) {
    return (flags & MMIO_RWMODE) != MMIO_WRITE || (flags & MMIO_CREATE) != 0;
  }

  private boolean denies(DosShare other) {
    return path.equals(other.path)
        && ((deniesRead && other.reads) || (deniesWrite && other.writes));
  }

  void end() {
    synchronized (HELD) {
      HELD.remove(this);
    }
  }
}
