package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** Reads at a position in a channel. */
final class Positioned {

  private Positioned() {}

  /** Reads some bytes, with a single system call if the channel is a file. */
  static int read(SeekableByteChannel channel, ByteBuffer buffer, long position)
      throws IOException {
    return channel instanceof FileChannel file
        ? file.read(buffer, position)
        : channel.position(position).read(buffer);
  }

  /** Fills the buffer and returns true, or returns false if the channel ends too early. */
  static boolean readFully(SeekableByteChannel channel, ByteBuffer buffer, long position)
      throws IOException {
    long start = position - buffer.position();
    while (buffer.hasRemaining()) {
      if (read(channel, buffer, start + buffer.position()) < 0) {
        return false;
      }
    }
    return true;
  }
}
