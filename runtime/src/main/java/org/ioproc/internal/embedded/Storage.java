package org.ioproc.internal.embedded;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.lang.ref.Reference;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.IoProcedure;

/** A file as its procedure stores it. Most methods send one message and return its answer. */
final class Storage {

  private final IoProcedure procedure;
  private final MmioInfo info;

  @SuppressWarnings("UnusedVariable") // Keeps what MMIOINFO points to reachable.
  private final Object owner;

  /** The file's end if {@link #findEnd} has found it. A seek past it always sends a message. */
  private int end = Integer.MAX_VALUE;

  /**
   * Creates the storage of a file.
   *
   * @param owner keeps what MMIOINFO points to; like MMIOINFO, it stays reachable while the
   *     procedure runs
   */
  Storage(IoProcedure procedure, MmioInfo info, Object owner) {
    this.procedure = procedure;
    this.info = info;
    this.owner = owner;
  }

  /** Returns 0 or an error code. */
  int open(long name) {
    return (int) send(MMIOM_OPEN, name, 0);
  }

  /** Returns 0 or an error code. */
  int close(int flags) {
    return (int) send(MMIOM_CLOSE, flags, 0);
  }

  /** Returns the number of bytes read: 0 at the end, -1 on failure. */
  int read(long buffer, int count) {
    return (int) send(MMIOM_READ, buffer, count);
  }

  /** Returns the number of bytes written, or -1 on failure. */
  int write(long buffer, int count) {
    return (int) send(MMIOM_WRITE, buffer, count);
  }

  /** Returns the new position, or -1 on failure. */
  int seek(int offset, int origin) {
    return (int) send(MMIOM_SEEK, offset, origin);
  }

  /** Returns 0 or an error code. */
  int rename(long from, long to) {
    return (int) send(MMIOM_RENAME, from, to);
  }

  /**
   * Sends the procedure to a position, unless lDiskOffset says that it is there. Returns false on
   * failure.
   */
  boolean bringTo(int position) {
    return info.diskOffset() == position || seek(position, SEEK_SET) != -1;
  }

  /** Asks the procedure for the file's end. Returns false if it cannot return to its position. */
  boolean findEnd() {
    int before = info.diskOffset();
    int start = seek(0, SEEK_CUR);
    end = Math.max(0, seek(0, SEEK_END));
    return seek(start, SEEK_SET) != -1 || info.diskOffset() == before;
  }

  /** Returns the end that {@link #findEnd} found, or a later one from the program. */
  int end() {
    return end;
  }

  void extendEnd(int position) {
    end = Math.max(end, position);
  }

  long send(int message, long lParam1, long lParam2) {
    try {
      return procedure.callback(info.address(), message, lParam1, lParam2);
    } finally {
      Reference.reachabilityFence(this);
    }
  }
}
