package org.ioproc.glue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that were read from a stream: the first in memory, and the others in a temporary file.
 * Not thread-safe.
 */
final class KeptBytes implements Closeable {

  private final int inMemory;
  private final String folder;
  private byte[] memory = new byte[0];
  private @Nullable TemporaryFile file;
  private long size;

  /**
   * Keeps at most a number of bytes in memory, and the others in a file in a folder. Most files
   * need no folder, so its name becomes a path only with the first of these bytes.
   */
  KeptBytes(int inMemory, String folder) {
    this.inMemory = inMemory;
    this.folder = folder;
  }

  long size() {
    return size;
  }

  /** Appends the first bytes of an array. */
  void append(byte[] bytes, int count) throws IOException {
    int first = (int) Math.min(count, Math.max(inMemory - size, 0));
    if (first > 0) {
      grow((int) size + first);
      System.arraycopy(bytes, 0, memory, (int) size, first);
    }
    if (first < count) {
      write(ByteBuffer.wrap(bytes, first, count - first), size + first - inMemory);
    }
    size += count;
  }

  private void grow(int needed) {
    if (memory.length < needed) {
      int length = (int) Math.min(Math.max(needed, 2L * memory.length), inMemory);
      memory = Arrays.copyOf(memory, length);
    }
  }

  private void write(ByteBuffer bytes, long position) throws IOException {
    TemporaryFile target = file == null ? TemporaryFile.in(Path.of(folder)) : file;
    file = target;
    target.write(bytes, position);
  }

  /** Reads at least one byte, or returns -1 if there are none at the position. */
  int read(ByteBuffer target, long position) throws IOException {
    if (position >= size) {
      return -1;
    }
    TemporaryFile rest = file;
    if (position >= inMemory && rest != null) {
      return rest.read(target, position - inMemory);
    }
    int count = (int) Math.min(target.remaining(), Math.min(size, inMemory) - position);
    target.put(memory, (int) position, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    memory = new byte[0];
    size = 0;
    if (file != null) {
      file.close();
    }
  }
}
