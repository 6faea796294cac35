package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.ioproc.samples.ReadOnlyChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads another channel in large blocks, for a reader that requests a few bytes at a time. Closing
 * this channel leaves the other one open.
 */
final class WindowChannel extends ReadOnlyChannel {

  private static final int SIZE = 1 << 16;

  private final SeekableByteChannel channel;
  private final ByteBuffer window = ByteBuffer.allocate(SIZE).limit(0);
  private long start;
  private @Nullable IOException failure;

  WindowChannel(SeekableByteChannel channel) throws IOException {
    super(channel.size());
    this.channel = channel;
  }

  @Override
  protected int read(ByteBuffer target, long from) throws IOException {
    if (from < start || from >= start + window.limit()) {
      move(from);
    }
    int offset = (int) (from - start);
    int count = Math.min(target.remaining(), window.limit() - offset);
    target.put(target.position(), window, offset, count);
    target.position(target.position() + count);
    return count;
  }

  /**
   * Starts the window before the position, because an archive is searched backwards from its end.
   */
  private void move(long from) throws IOException {
    start = from - from % (SIZE / 2);
    window.clear();
    try {
      Positioned.readFully(channel, window, start);
    } catch (IOException unreadable) {
      failure = unreadable;
      throw unreadable;
    } finally {
      window.flip();
    }
  }

  /**
   * Throws the channel's failure if there was one. A parser that reports damage may then have
   * lacked bytes.
   */
  void requireReadable() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  protected void release() {}
}
