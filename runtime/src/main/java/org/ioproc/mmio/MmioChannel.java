package org.ioproc.mmio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.SeekableByteChannel;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.transport.NativeMemory;

/** The bytes of an open file: reading, writing and the position. */
abstract sealed class MmioChannel implements SeekableByteChannel permits BufferedFile {

  final MmioFunctions functions;
  final OpenHandle handle;
  private final TransferMemory memory = new TransferMemory();

  MmioChannel(MmioFunctions functions, OpenHandle handle) {
    this.functions = functions;
    this.handle = handle;
  }

  /**
   * Reads ({@code mmioRead}). Fewer bytes than there is room for mean the end of the file.
   *
   * @param target receives the bytes; if it is direct it is filled where it is
   * @return the count read, -1 if the file has ended
   * @throws IOException if it cannot be read
   */
  @Override
  public synchronized int read(ByteBuffer target) throws IOException {
    if (target.isReadOnly()) {
      throw new ReadOnlyBufferException();
    }
    long number = handle.begin();
    int wanted = target.remaining();
    boolean more = target.isDirect() || target.hasRemaining();
    while (more) {
      boolean full = target.isDirect() ? fill(target, number) : fillThroughCopy(target, number);
      more = full && target.hasRemaining();
    }
    int read = wanted - target.remaining();
    return read == 0 && wanted > 0 ? -1 : read;
  }

  private boolean fillThroughCopy(ByteBuffer target, long number) throws MmioException {
    ByteBuffer copy = memory.copy(target.remaining());
    boolean full = fill(copy, number);
    target.put(copy.flip());
    return full;
  }

  /** Reads once; false at the end of the file. */
  private boolean fill(ByteBuffer direct, long number) throws MmioException {
    int start = direct.position();
    int count = Math.min(direct.remaining(), NativeMemory.LARGEST_VIEW);
    int read =
        memory.held(direct).transfer(MmioFunctions::mmioRead, functions, number, start, count);
    if (read < 0 || read > count) {
      throw handle.failure("read", MmioError.CANNOT_READ);
    }
    direct.position(start + read);
    return read == count;
  }

  /**
   * Writes ({@code mmioWrite}), all or else it throws. Bytes that a buffer has taken count as
   * written; if it cannot be written out later, that is reported by the next call that needs room
   * in it or leaves it, by {@link MmioFile#flush()} or by {@link MmioFile#close()}.
   *
   * @param source the bytes; if it is direct they are taken from where they are
   * @return their count
   * @throws IOException if not all can be written; the buffer's position and the file's are then
   *     after those that were, so that writing the rest again leaves out none and doubles none
   */
  @Override
  public synchronized int write(ByteBuffer source) throws IOException {
    long number = handle.begin();
    int count = source.remaining();
    boolean more = source.isDirect() || source.hasRemaining();
    while (more) {
      take(source.isDirect() ? source : copied(source), source, number);
      more = source.hasRemaining();
    }
    return count;
  }

  private ByteBuffer copied(ByteBuffer source) {
    ByteBuffer copy = memory.copy(source.remaining());
    return copy.put(0, source, source.position(), copy.remaining());
  }

  /** Writes once, from memory that the source's bytes are in. */
  private void take(ByteBuffer direct, ByteBuffer source, long number) throws MmioException {
    int start = direct.position();
    int count = Math.min(direct.remaining(), NativeMemory.LARGEST_VIEW);
    int written =
        memory.held(direct).transfer(MmioFunctions::mmioWrite, functions, number, start, count);
    if (written > 0 && written <= count) {
      source.position(source.position() + written);
    }
    if (written != count) {
      throw handle.failure(
          "write " + count + " bytes (" + Math.max(written, 0) + " were written) to",
          MmioError.CANNOT_WRITE);
    }
  }

  @Override
  public long position() throws IOException {
    return seek(0, Origin.CURRENT);
  }

  /**
   * Sets the position ({@code mmioSeek}).
   *
   * @param offset how far from the origin
   * @param origin where it counts from
   * @return the new position, from the file's start
   * @throws IOException if there is no such position
   */
  public synchronized long seek(long offset, Origin origin) throws IOException {
    long number = handle.begin();
    int position =
        offset == (int) offset ? functions.mmioSeek(number, (int) offset, origin.number()) : -1;
    if (position < 0) {
      throw handle.failure(
          "seek to offset " + offset + " from " + origin + " in", MmioError.CANNOT_SEEK);
    }
    return position;
  }

  /** The size, which is where seeking to the end leads. The position stays. */
  @Override
  public synchronized long size() throws IOException {
    long position = position();
    long size = seek(0, Origin.END);
    seek(position, Origin.START);
    return size;
  }

  @Override
  public boolean isOpen() {
    return handle.isOpen();
  }
}
