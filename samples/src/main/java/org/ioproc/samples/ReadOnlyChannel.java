package org.ioproc.samples;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A read-only channel. A subclass reads at a given position, and this class keeps the position. One
 * thread at a time may use it.
 */
public abstract class ReadOnlyChannel implements SeekableByteChannel {

  private final long size;
  private long position;
  private boolean closed;

  /**
   * Creates a channel at position 0.
   *
   * @param size the number of bytes that can be read
   */
  protected ReadOnlyChannel(long size) {
    this.size = size;
  }

  /**
   * Reads some bytes.
   *
   * @param target has room for at least one byte
   * @param from the position of the first byte; before the end
   * @return the number of bytes read; at least one
   * @throws IOException if they cannot be read
   */
  protected abstract int read(ByteBuffer target, long from) throws IOException;

  /**
   * Closes the resources that the channel reads from. Called once.
   *
   * @throws IOException if they cannot be closed
   */
  protected abstract void release() throws IOException;

  @Override
  public final int read(ByteBuffer target) throws IOException {
    requireOpen();
    if (!target.hasRemaining()) {
      return 0;
    }
    if (position >= size) {
      return -1;
    }
    int count = read(target, position);
    position += count;
    return count;
  }

  @Override
  public final long position() throws ClosedChannelException {
    requireOpen();
    return position;
  }

  @Override
  public final SeekableByteChannel position(long newPosition) throws ClosedChannelException {
    requireOpen();
    if (newPosition < 0) {
      throw new IllegalArgumentException(
          "A position must not be negative; this is " + newPosition + ".");
    }
    position = newPosition;
    return this;
  }

  @Override
  public final long size() throws ClosedChannelException {
    requireOpen();
    return size;
  }

  @Override
  public final int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public final SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }

  @Override
  public final boolean isOpen() {
    return !closed;
  }

  @Override
  public final void close() throws IOException {
    if (!closed) {
      closed = true;
      release();
    }
  }

  private void requireOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }
}
