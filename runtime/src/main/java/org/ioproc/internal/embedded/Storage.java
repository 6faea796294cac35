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

/**
 * A file as its procedure has it. Each method is one message, and returns the procedure's answer as
 * it is.
 */
final class Storage {

  private final IoProcedure procedure;
  private final MmioInfo info;

  @SuppressWarnings("UnusedVariable") // It is enough that it can be reached.
  private final Object owner;

  /** A seek behind it is never one inside a buffer; only an ordinary file's is known. */
  private int end = Integer.MAX_VALUE;

  /**
   * The owner has what MMIOINFO points to: it is held, as MMIOINFO is, while the procedure runs.
   */
  Storage(IoProcedure procedure, MmioInfo info, Object owner) {
    this.procedure = procedure;
    this.info = info;
    this.owner = owner;
  }

  /** 0, or an error code. */
  int open(long name) {
    return (int) send(MMIOM_OPEN, name, 0);
  }

  /** 0, or an error code. */
  int close(int flags) {
    return (int) send(MMIOM_CLOSE, flags, 0);
  }

  /** The count read, 0 at the end, -1 on failure. */
  int read(long buffer, int count) {
    return (int) send(MMIOM_READ, buffer, count);
  }

  /** The count written, -1 on failure. */
  int write(long buffer, int count) {
    return (int) send(MMIOM_WRITE, buffer, count);
  }

  /** The new position, -1 on failure. */
  int seek(int offset, int origin) {
    return (int) send(MMIOM_SEEK, offset, origin);
  }

  /** 0, or an error code. */
  int rename(long from, long to) {
    return (int) send(MMIOM_RENAME, from, to);
  }

  /** Sends the procedure to a position, unless it says that it is there. False on failure. */
  boolean bringTo(int position) {
    return info.diskOffset() == position || seek(position, SEEK_SET) != -1;
  }

  /** Asks the procedure where the file ends. False if it does not go back to where it was. */
  boolean findEnd() {
    int before = info.diskOffset();
    int start = seek(0, SEEK_CUR);
    end = Math.max(0, seek(0, SEEK_END));
    return seek(start, SEEK_SET) != -1 || info.diskOffset() == before;
  }

  /** The file's end when it was opened, or where a program has said since that there is more. */
  int end() {
    return end;
  }

  void endsNotBefore(int position) {
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
