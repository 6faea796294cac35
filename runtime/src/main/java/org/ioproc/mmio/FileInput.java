package org.ioproc.mmio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * A file as a stream. It does nothing but read: the JDK's streams over channels ask for the size as
 * well, and not every procedure knows it.
 */
final class FileInput extends InputStream {

  private final MmioFile file;

  FileInput(MmioFile file) {
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return file.read(ByteBuffer.wrap(one)) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int start, int count) throws IOException {
    return file.read(ByteBuffer.wrap(target, start, count));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
