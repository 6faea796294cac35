package org.ioproc.mmio;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A channel that has bytes at every position, and reports a given size. */
final class EndlessChannel implements SeekableByteChannel {

  private final long size;
  private long position;

  EndlessChannel(long size) {
    this.size = size;
  }

  @Override
  public int read(ByteBuffer target) {
    int count = target.remaining();
    target.position(target.limit());
    position += count;
    return count;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
