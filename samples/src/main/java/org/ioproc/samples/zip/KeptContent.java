package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an entry's content, as far as it was inflated: some of it in memory, and what
 * does not fit there in a temporary file, once {@link #keepAll} asked for it.
 */
final class KeptContent implements AutoCloseable {

  private static final int IN_MEMORY = 1 << 18;

  private final ByteBuffer memory;
  private final long size;
  private long end;
  private @Nullable FileChannel file;

  KeptContent(long size) {
    this.size = size;
    this.memory = ByteBuffer.allocate((int) Math.min(IN_MEMORY, size));
  }

  /** How much is kept. */
  long end() {
    return end;
  }

  /** How much would be kept. */
  long limit() {
    return file == null ? memory.capacity() : size;
  }

  /** Whether more will be kept. */
  boolean hasRoom() {
    return end < limit();
  }

  /** From now on nothing is left out. */
  void keepAll() throws IOException {
    if (file == null) {
      file =
          FileChannel.open(
              Files.createTempFile("ioproc", ".tmp"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
  }

  /** Keeps bytes that follow those kept so far. */
  void append(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      end += appendSome(bytes);
    }
  }

  private int appendSome(ByteBuffer bytes) throws IOException {
    FileChannel overflow = file;
    if (overflow != null && end >= memory.capacity()) {
      return overflow.write(bytes, end - memory.capacity());
    }
    int count = (int) Math.min(bytes.remaining(), memory.capacity() - end);
    memory.put((int) end, bytes, bytes.position(), count);
    bytes.position(bytes.position() + count);
    return count;
  }

  /** Reads some bytes that are kept. */
  int read(ByteBuffer target, long from) throws IOException {
    FileChannel overflow = file;
    if (overflow != null && from >= memory.capacity()) {
      return overflow.read(target, from - memory.capacity());
    }
    int count = (int) Math.min(target.remaining(), Math.min(end, memory.capacity()) - from);
    target.put(target.position(), memory, (int) from, count);
    target.position(target.position() + count);
    return count;
  }

  @Override
  public void close() throws IOException {
    FileChannel overflow = file;
    if (overflow != null) {
      overflow.close();
    }
  }
}
