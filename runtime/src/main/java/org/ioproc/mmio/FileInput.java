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

  private long taken;

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
    int read = file.read(last.clear().position(start).limit(start + count));
    taken += Math.max(read, 0);
    return read;
  }

  /** How many bytes were read, less those that the stream went back. */
  synchronized long taken() {
    return taken;
  }

  /** Goes back so many bytes, which the procedure must be able to. */
  synchronized void goBack(long count) throws IOException {
    file.seek(-count, Origin.CURRENT);
    taken -= count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
