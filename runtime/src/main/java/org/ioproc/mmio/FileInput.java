package org.ioproc.mmio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A stream that reads a file. The JDK's streams over channels also ask for the size, which not
 * every procedure knows.
 */
final class FileInput extends InputStream {

  private final MmioFile file;

  /** The file's lock, which each read takes anyway. Taking it twice costs less than two locks. */
  private final Object lock;

  private final byte[] one = new byte[1];

  /** The array of the last read. A read into the same array allocates nothing. */
  private ByteBuffer last = ByteBuffer.wrap(one);

  private long taken;

  FileInput(MmioFile file) {
    this.file = file;
    this.lock = file.lock();
  }

  @Override
  public int read() throws IOException {
    synchronized (lock) {
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Equal arrays are different targets.
  public int read(byte[] target, int start, int count) throws IOException {
    Objects.checkFromIndexSize(start, count, target.length);
    synchronized (lock) {
      if (last.array() != target) {
        last = ByteBuffer.wrap(target);
      }
      int read = file.read(last.clear().position(start).limit(start + count));
      taken += Math.max(read, 0);
      return read;
    }
  }

  /** Returns how many bytes were read, minus those that the stream went back. */
  long taken() {
    synchronized (lock) {
      return taken;
    }
  }

  /** Goes back; the procedure must be able to seek. */
  void goBack(long count) throws IOException {
    synchronized (lock) {
      file.seek(-count, SeekOrigin.CURRENT);
      taken -= count;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
