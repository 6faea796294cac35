package org.ioproc.glue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.mmsystem.Positions;

/** Moves all the bytes of a READ or a WRITE, however few a handler takes at a time. */
final class Transfers {

  /** How often a handler may take or give nothing without saying that the file ends. */
  static final int PATIENCE = 1000;

  private Transfers() {}

  /** The count that a message asks for. */
  static int count(long address, long count) throws MmioException {
    if (count < 0 || count > Integer.MAX_VALUE) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER, "A count is 0 to 2147483647; this one is " + count + ".");
    }
    if (address == 0 && count > 0) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER,
          "Bytes go to and come from a buffer; for " + count + " bytes the pointer is NULL.");
    }
    return (int) count;
  }

  /** The file's position, which a program can overwrite. */
  static int position(MmioInfo info) throws MmioException {
    int position = info.diskOffset();
    if (position < 0) {
      throw Positions.overwritten(position);
    }
    return position;
  }

  /** The position that a SEEK leads to. */
  static <F> int target(IoProcGlue<F> glue, F file, MmioInfo info, long offset, long origin)
      throws Throwable {
    long target =
        switch ((int) origin) {
          case 0 -> offset;
          case 1 -> position(info) + offset;
          // winmm's own files go back by n > 0, C's habit is n < 0; past the end is no use.
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

  private static <F> long size(IoProcGlue<F> glue, F file) throws Throwable {
    long size = glue.onSize(file);
    if (size < 0) {
      throw new IllegalStateException(
          "A file's size is 0 bytes or more; @OnSize or the channel's size() returned "
              + size
              + ".");
    }
    return size;
  }

  /** Reads until the count is full or the file ends; programs take a short read for its end. */
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
      requireEnd(glue, file.file());
    }
    return read;
  }

  private static <F> int fill(
      IoProcGlue<F> glue, OpenFile<F> file, long address, int count, long position)
      throws Throwable {
    CallerBuffer lent = file.buffers().lend(address, count);
    try {
      int filled = fill(glue, file.file(), lent.toFill(), position);
      lent.filled(filled);
      return filled;
    } finally {
      file.buffers().takeBack(lent);
    }
  }

  private static <F> int fill(IoProcGlue<F> glue, F file, ByteBuffer buffer, long position)
      throws Throwable {
    int filled = 0;
    int read = 1;
    while (read > 0 && filled < buffer.limit()) {
      read = fillOnce(glue, file, buffer, position + filled);
      filled += read;
    }
    return filled;
  }

  /** The count that a handler has read; 0 at the end. */
  private static <F> int fillOnce(IoProcGlue<F> glue, F file, ByteBuffer buffer, long position)
      throws Throwable {
    int start = buffer.position();
    int end = buffer.limit();
    int read = glue.onRead(file, buffer.order(ByteOrder.LITTLE_ENDIAN), position);
    int count = read == -1 && buffer.position() == start ? 0 : read;
    return moved(buffer, start, end, count, "@OnRead or the channel's read()");
  }

  /** No position is above 2^31-1, so what lies beyond must not pass for the end of the file. */
  private static <F> void requireEnd(IoProcGlue<F> glue, F file) throws Throwable {
    if (fillOnce(glue, file, ByteBuffer.allocate(1), Integer.MAX_VALUE) > 0) {
      throw Positions.beyond(MmioError.CANNOT_READ, "the file has " + extent(glue, file));
    }
  }

  /** Not every file knows its size. */
  private static <F> String extent(IoProcGlue<F> glue, F file) {
    try {
      return size(glue, file) + " bytes";
    } catch (Throwable unknown) {
      return "data beyond that";
    }
  }

  /** Writes the whole count. */
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
      take(glue, file, address + written, piece, position + written);
      written += piece;
    }
  }

  private static <F> void take(
      IoProcGlue<F> glue, OpenFile<F> file, long address, int count, long position)
      throws Throwable {
    CallerBuffer lent = file.buffers().lend(address, count);
    try {
      take(glue, file.file(), lent.toTake(), position);
    } finally {
      file.buffers().takeBack(lent);
    }
  }

  private static <F> void take(IoProcGlue<F> glue, F file, ByteBuffer buffer, long position)
      throws Throwable {
    int end = buffer.limit();
    int taken = 0;
    int patience = PATIENCE;
    while (taken < end) {
      int written = glue.onWrite(file, buffer.order(ByteOrder.LITTLE_ENDIAN), position + taken);
      taken += moved(buffer, taken, end, written, "@OnWrite or the channel's write()");
      patience = written == 0 ? patience - 1 : PATIENCE;
      if (patience == 0) {
        throw new MmioException(
            MmioError.CANNOT_WRITE,
            "Writing takes at least one byte or throws; it took none " + PATIENCE + " times.");
      }
    }
  }

  /** The count that a handler returned, if it says by how much the buffer's position has moved. */
  private static int moved(ByteBuffer buffer, int from, int end, int count, String handler) {
    if (count < 0 || buffer.position() != from + count || buffer.limit() != end) {
      throw new IllegalStateException(
          handler
              + " must return by how many bytes it moves the buffer's position, and leave the"
              + " limit; it returned "
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
