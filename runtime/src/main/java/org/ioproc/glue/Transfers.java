package org.ioproc.glue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.mmsystem.Positions;

/**
 * Calls handlers until all bytes of a message are read or written, and checks counts and positions.
 */
final class Transfers {

  /** How many times in a row a handler may transfer no bytes without reporting the file's end. */
  static final int MAX_EMPTY_TRANSFERS = 1000;

  private Transfers() {}

  /** Returns the count of bytes in a message, if it is valid. */
  static int count(long address, long count) throws MmioException {
    if (count < 0 || count > Integer.MAX_VALUE) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER,
          "A count must be 0 to 2147483647; this one is " + count + ".");
    }
    if (address == 0 && count > 0) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER,
          "A transfer must have a buffer; for " + count + " bytes the pointer is NULL.");
    }
    return (int) count;
  }

  /** Returns the file's position, if it is valid: a program can overwrite it. */
  static int position(MmioInfo info) throws MmioException {
    int position = info.diskOffset();
    if (position < 0) {
      throw Positions.overwritten(position);
    }
    return position;
  }

  /** Returns the position that a seek leads to. */
  static <F> int target(
      IoProcGlue<F> glue, OpenFile<F> file, MmioInfo info, long offset, long origin)
      throws Throwable {
    long target =
        switch ((int) origin) {
          case 0 -> offset;
          case 1 -> position(info) + offset;
          // From the end, winmm's built-in procedures count back by n > 0, C programs by n < 0.
          case 2 -> size(glue, file) - Math.abs(offset);
          default -> throw Positions.unknownOrigin(origin);
        };
    if (target > Integer.MAX_VALUE && (int) origin == 2) {
      throw Positions.beyond(
          MmioError.CANNOT_SEEK, "the file has " + (target + Math.abs(offset)) + " bytes");
    }
    if (target < 0 || target > Integer.MAX_VALUE) {
      throw Positions.outside(offset, origin, target);
    }
    return (int) target;
  }

  private static <F> long size(IoProcGlue<F> glue, OpenFile<F> file) throws Throwable {
    long size = glue.onSize(file.file());
    if (size < 0) {
      throw new IllegalStateException(
          "A file's size must not be negative; @OnSize or the channel's size() returned "
              + size
              + ".");
    }
    return size;
  }

  /** Reads the whole count unless the file ends, since programs take a short read for its end. */
  static <F> int read(IoProcGlue<F> glue, OpenFile<F> file, long address, int count, int position)
      throws Throwable {
    int end = Math.min(count, Integer.MAX_VALUE - position);
    int read = 0;
    boolean more = true;
    while (more && read < end) {
      int piece = file.buffers().piece(end - read);
      int filled = fill(glue, file, address + read, piece, position + read);
      read += filled;
      more = filled == piece;
    }
    if (read < count && read == Integer.MAX_VALUE - position) {
      requireEnd(glue, file);
    }
    return read;
  }

  private static <F> int fill(
      IoProcGlue<F> glue, OpenFile<F> file, long address, int count, long position)
      throws Throwable {
    CallerBuffer lent = file.buffers().lend(address, count);
    try {
      int filled = fill(glue, file, lent.forRead(), position);
      lent.returnRead(filled);
      return filled;
    } finally {
      file.buffers().revoke(lent);
    }
  }

  private static <F> int fill(
      IoProcGlue<F> glue, OpenFile<F> file, ByteBuffer buffer, long position) throws Throwable {
    int filled = 0;
    int read = 1;
    while (read > 0 && filled < buffer.limit()) {
      read = fillOnce(glue, file, buffer, position + filled);
      filled += read;
    }
    return filled;
  }

  /** Calls the handler once and returns the count that it has read, or 0 at the file's end. */
  private static <F> int fillOnce(
      IoProcGlue<F> glue, OpenFile<F> file, ByteBuffer buffer, long position) throws Throwable {
    int start = buffer.position();
    int end = buffer.limit();
    int read = glue.onRead(file.file(), buffer.order(ByteOrder.LITTLE_ENDIAN), position);
    int count = read == -1 && buffer.position() == start ? 0 : read;
    return moved(buffer, start, end, count, "@OnRead or the channel's read()");
  }

  /**
   * Requires that the file ends at the last position, so that data beyond it is not lost silently.
   */
  private static <F> void requireEnd(IoProcGlue<F> glue, OpenFile<F> file) throws Throwable {
    if (fillOnce(glue, file, ByteBuffer.allocate(1), Integer.MAX_VALUE) > 0) {
      throw Positions.beyond(MmioError.CANNOT_READ, "the file has " + extent(glue, file));
    }
  }

  /** Describes how long a file is, even if its size is unknown. */
  private static <F> String extent(IoProcGlue<F> glue, OpenFile<F> file) {
    try {
      return size(glue, file) + " bytes";
    } catch (Throwable unknown) {
      return "data beyond that";
    }
  }

  /** Writes the whole count, or throws. */
  static <F> void write(IoProcGlue<F> glue, OpenFile<F> file, long address, int count, int position)
      throws Throwable {
    if (count > Integer.MAX_VALUE - position) {
      throw Positions.beyond(
          MmioError.CANNOT_WRITE,
          count + " bytes at " + position + " would end at " + ((long) position + count));
    }
    int written = 0;
    while (written < count) {
      int piece = file.buffers().piece(count - written);
      drain(glue, file, address + written, piece, position + written);
      written += piece;
    }
  }

  private static <F> void drain(
      IoProcGlue<F> glue, OpenFile<F> file, long address, int count, long position)
      throws Throwable {
    CallerBuffer lent = file.buffers().lend(address, count);
    try {
      drain(glue, file, lent.forWrite(), position);
    } finally {
      file.buffers().revoke(lent);
    }
  }

  private static <F> void drain(
      IoProcGlue<F> glue, OpenFile<F> file, ByteBuffer buffer, long position) throws Throwable {
    int end = buffer.limit();
    int taken = 0;
    int empty = 0;
    while (taken < end) {
      int written =
          glue.onWrite(file.file(), buffer.order(ByteOrder.LITTLE_ENDIAN), position + taken);
      taken += moved(buffer, taken, end, written, "@OnWrite or the channel's write()");
      empty = written == 0 ? empty + 1 : 0;
      if (empty == MAX_EMPTY_TRANSFERS) {
        throw new MmioException(
            MmioError.CANNOT_WRITE,
            "A write must take at least one byte or throw; "
                + MAX_EMPTY_TRANSFERS
                + " calls in a row took none.");
      }
    }
  }

  /** Returns a handler's count, which must be the distance that the buffer's position has moved. */
  private static int moved(ByteBuffer buffer, int from, int end, int count, String handler) {
    if (count < 0 || buffer.position() != from + count || buffer.limit() != end) {
      throw new IllegalStateException(
          handler
              + " must return the number of bytes by which it moves the buffer's position, and must"
              + " not change the limit; it returned "
              + count
              + " and moved from "
              + from
              + " to "
              + buffer.position()
              + " of "
              + buffer.limit()
              + ".");
    }
    return count;
  }
}
