package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the content of an entry as far as it has been inflated: its beginning in memory and, after
 * {@link #keepAll}, the rest in a temporary file.
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

  /** Returns the number of bytes kept so far. */
  long end() {
    return end;
  }

  /** Returns the number of bytes that can be kept. */
  long limit() {
    return file == null ? memory.capacity() : size;
  }

  /** Returns whether more can be kept. */
  boolean hasRoom() {
    return end < limit();
  }

  /** Creates the temporary file. From now on, all content is kept. */
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

  /** Keeps more bytes, which must follow the bytes kept so far. */
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

  /** Reads some of the kept bytes, at a position that is less than {@link #end}. */
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
