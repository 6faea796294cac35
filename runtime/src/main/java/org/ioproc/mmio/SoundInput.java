package org.ioproc.mmio;

import java.io.BufferedInputStream;
import java.io.IOException;

/**
 * A stream that reads a file for {@code javax.sound}. One after another, the readers of {@code
 * javax.sound} try the beginning of the file, and each reads any number of bytes. So {@link
 * #reset()} goes back from anywhere. Within the buffer it does not seek, because not every
 * procedure can; from beyond the buffer it does. Some readers take a short read as the end.
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

  /** Reads fewer bytes only at the end. */
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
