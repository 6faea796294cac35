package org.ioproc.mmio;

import java.io.BufferedInputStream;
import java.io.IOException;

/**
 * Reads a file for {@code javax.sound}. Its readers try the beginning one after the other, each as
 * far as it likes, and some take a short read for the end. So {@link #reset()} goes back from
 * anywhere: within the buffer without the procedure, which need not be able to seek, and from
 * farther away by seeking.
 */
final class SoundInput extends BufferedInputStream {

  private final FileInput input;
  private long marked = -1;

  SoundInput(MmioFile file) {
    this(new FileInput(file));
  }

  private SoundInput(FileInput input) {
    super(input);
    this.input = input;
  }

  /** Returns fewer bytes only at the end. */
  @Override
  public synchronized int read(byte[] target, int start, int count) throws IOException {
    int read = super.read(target, start, count);
    int last = read;
    while (last > 0 && read < count) {
      last = super.read(target, start + read, count - read);
      read += Math.max(last, 0);
    }
    return read;
  }

  /** Skips fewer bytes only at the end. */
  @Override
  public synchronized long skip(long count) throws IOException {
    long skipped = 0;
    long last = 1;
    while (last > 0 && skipped < count) {
      last = super.skip(count - skipped);
      skipped += last;
    }
    return skipped;
  }

  @Override
  public synchronized void mark(int limit) {
    super.mark(limit);
    marked = input.taken() - (count - pos);
  }

  @Override
  public synchronized void reset() throws IOException {
    if (markpos < 0 && marked >= 0) {
      seekMark();
    }
    super.reset();
  }

  private void seekMark() throws IOException {
    input.goBack(input.taken() - marked);
    count = 0;
    pos = 0;
    markpos = 0;
  }
}
