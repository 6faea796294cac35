package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.mmsystem.Positions;
import org.ioproc.internal.transport.NativeMemory;

/** An open ordinary file. Its position is {@code lDiskOffset}. */
final class DosFile {

  private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0);

  private final FileChannel channel;
  private final DosShare share;
  private final MmioInfo info;
  private final int number;
  private final LastCallerView caller = new LastCallerView();

  DosFile(FileChannel channel, DosShare share, MmioInfo info, int number) {
    this.channel = channel;
    this.share = share;
    this.info = info;
    this.number = number;
  }

  MmioInfo info() {
    return info;
  }

  /** Returns the number that identifies this file among the open ones. */
  int number() {
    return number;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  int read(long address, int count) throws IOException {
    if (count == 0) {
      return Math.max(0, channel.read(NOTHING, 0)); // Throws if the file is not open for reading.
    }
    int start = position();
    if (count > Integer.MAX_VALUE - start) {
      requireReachable(MmioError.CANNOT_READ, channel.size());
    }
    int end = Math.min(count, Integer.MAX_VALUE - start);
    int read = fill(address, end, start);
    if (read == NativeMemory.LARGEST_VIEW) {
      read += fill(address + read, end - read, start + read);
    }
    info.diskOffset(start + read);
    return read;
  }

  /** Reads until the file ends, because programs take a short read for the end of the file. */
  private int fill(long address, int count, long position) throws IOException {
    ByteBuffer buffer = part(address, count);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
      // The condition reads.
    }
    return buffer.position();
  }

  private ByteBuffer part(long address, int count) {
    return caller.at(address, count).clear().limit(Math.min(count, NativeMemory.LARGEST_VIEW));
  }

  int write(long address, int count) throws IOException {
    int start = position();
    if (count == 0) {
      return channel.write(NOTHING, 0);
    }
    if (count > Integer.MAX_VALUE - start) {
      throw Positions.beyond(
          MmioError.CANNOT_WRITE,
          count + " bytes at " + start + " would end at " + ((long) start + count));
    }
    int written = 0;
    while (written < count) {
      ByteBuffer buffer = part(address + written, count - written);
      written += channel.write(buffer, (long) start + written);
    }
    info.diskOffset(start + count);
    return count;
  }

  /** Counts an offset from the end backwards, as Wine 8.0 does, whose tests pass on Windows. */
  int seek(long offset, int origin) throws IOException {
    long position =
        switch (origin) {
          case SEEK_SET -> offset;
          case SEEK_CUR -> position() + offset;
          case SEEK_END -> fromEnd(offset);
          default -> throw Positions.unknownOrigin(origin);
        };
    if (position < 0 || position > Integer.MAX_VALUE) {
      throw Positions.outside(offset, origin, position);
    }
    info.diskOffset((int) position);
    return (int) position;
  }

  private long fromEnd(long offset) throws IOException {
    long size = channel.size();
    if (size - offset > Integer.MAX_VALUE) {
      requireReachable(MmioError.CANNOT_SEEK, size);
    }
    return size - offset;
  }

  /** Returns the position, or throws if the program has overwritten it. */
  private int position() throws MmioException {
    int position = info.diskOffset();
    if (position < 0) {
      throw Positions.overwritten(position);
    }
    return position;
  }

  private static void requireReachable(MmioError error, long size) throws MmioException {
    if (size > Integer.MAX_VALUE) {
      throw Positions.beyond(error, "the file has " + size + " bytes");
    }
  }

  void force() throws IOException {
    channel.force(false);
  }

  void close() throws IOException {
    try {
      channel.close();
    } finally {
      share.end();
    }
  }
}
