package org.ioproc.mmio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A channel that fails to read, to write, to close, and to change or return its size. */
final class FailingChannel implements SeekableByteChannel {

  final IOException failure;
  IOException closing;

  FailingChannel(IOException failure) {
    this.failure = failure;
    this.closing = failure;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    throw failure;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    throw failure;
  }

  @Override
  public long position() {
    return 0;
  }

  @Override
  public SeekableByteChannel position(long position) {
    return this;
  }

  @Override
  public long size() throws IOException {
    throw failure;
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    throw failure;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() throws IOException {
    throw closing;
  }
}
