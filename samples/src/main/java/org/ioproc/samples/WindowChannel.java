package org.ioproc.samples;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads a channel in large pieces for a reader that wants a few bytes at a time. Closing it leaves
 * the channel open.
 */
final class WindowChannel extends ReadOnlyChannel {

  private static final int SIZE = 1 << 16;

  private final SeekableByteChannel channel;
  private final ByteBuffer window = ByteBuffer.allocate(SIZE).limit(0);
  private long start;

  WindowChannel(SeekableByteChannel channel) throws IOException {
    super(channel.size());
    this.channel = channel;
  }

  @Override
  int read(ByteBuffer target, long from) throws IOException {
    if (from < start || from >= start + window.limit()) {
      move(from);
    }
    int offset = (int) (from - start);
    int count = Math.min(target.remaining(), window.limit() - offset);
    target.put(target.position(), window, offset, count);
    target.position(target.position() + count);
    return count;
  }

  /** Not to the very place: an archive's directory is looked for backwards from the end. */
  private void move(long from) throws IOException {
    start = from - from % (SIZE / 2);
    window.clear();
    Positioned.readFully(channel, window, start);
    window.flip();
  }

  @Override
  void release() {}
}
