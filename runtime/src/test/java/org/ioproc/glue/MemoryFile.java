package org.ioproc.glue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing file in memory that reads and writes at most a few bytes at a time. */
final class MemoryFile {

  private final int step;
  private byte[] content;
  int flushes;
  int closes;

  MemoryFile(String content, int step) {
    this.content = content.getBytes(StandardCharsets.ISO_8859_1);
    this.step = step;
  }

  int read(ByteBuffer buffer, long position) {
    int count = (int) Math.min(Math.min(step, buffer.remaining()), content.length - position);
    if (count <= 0) {
      return -1;
    }
    buffer.put(content, (int) position, count);
    return count;
  }

  int write(ByteBuffer buffer, long position) {
    int count = Math.min(step, buffer.remaining());
    int end = (int) position + count;
    content = end > content.length ? Arrays.copyOf(content, end) : content;
    buffer.get(content, (int) position, count);
    return count;
  }

  int size() {
    return content.length;
  }

  @Override
  public String toString() {
    return new String(content, StandardCharsets.ISO_8859_1);
  }
}
