package org.ioproc.mmio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A file as a stream. It does nothing but read: the JDK's streams over channels ask for the size as
 * well, and not every procedure knows it.
 */
final class FileInput extends InputStream {

  private final MmioFile file;
  private final byte[] one = new byte[1];

  /** Programs read into the same array again and again; a read then allocates nothing. */
  private ByteBuffer last = ByteBuffer.wrap(one);

  FileInput(MmioFile file) {
    this.file = file;
  }

  @Override
  public synchronized int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Equal arrays are different targets.
  public synchronized int read(byte[] target, int start, int count) throws IOException {
    Objects.checkFromIndexSize(start, count, target.length);
    if (last.array() != target) {
      last = ByteBuffer.wrap(target);
    }
    return file.read(last.clear().position(start).limit(start + count));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
