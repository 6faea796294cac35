package org.ioproc.samples.testing;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Random;

/** Reads a file in various ways, and compares what it reads. */
public final class Reads {

  private Reads() {}

  public static byte[] all(SeekableByteChannel file) throws IOException {
    byte[] read = at(file, 0, (int) file.size() + 10);
    assertThat(file.read(ByteBuffer.allocate(1))).isAtMost(0);
    return read;
  }

  /** Reads bytes from a position: as many as requested, or fewer if the file ends. */
  public static byte[] at(SeekableByteChannel file, long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    file.position(position);
    while (buffer.hasRemaining() && file.read(buffer) > 0) {
      // Repeat until the buffer is full or the file ends.
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** Compares a number of reads at random positions, some of which cross the end. */
  public static void compareAtRandom(SeekableByteChannel file, byte[] content, int reads, long seed)
      throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < reads; i++) {
      int position = random.nextInt(content.length + 100);
      int count = 1 + random.nextInt(5000);
      assertWithMessage("%s bytes at %s", count, position)
          .that(at(file, position, count))
          .isEqualTo(part(content, position, count));
    }
  }

  private static byte[] part(byte[] content, int position, int count) {
    int from = Math.min(position, content.length);
    return Arrays.copyOfRange(content, from, Math.min(from + count, content.length));
  }
}
