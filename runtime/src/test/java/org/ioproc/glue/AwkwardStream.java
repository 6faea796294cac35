package org.ioproc.glue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** A stream that returns few bytes or none, may fail, and counts what was taken from it. */
final class AwkwardStream extends InputStream {

  /** How the stream fails. */
  enum Fault {
    NONE,
    IO,
    RUNTIME
  }

  private final byte[] content;
  private final int failing;
  private final Fault fault;
  private final Random random;
  int taken;
  int faults;
  int closed;

  /** Creates a stream that fails at a position and returns bytes in random counts. */
  AwkwardStream(byte[] content, Fault fault, int failing, Random random) {
    this.content = content;
    this.fault = fault;
    this.failing = failing;
    this.random = random;
  }

  @Override
  public int read() {
    throw new AssertionError("Single bytes are slow.");
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (taken >= failing && fault != Fault.NONE && faults++ == 0) {
      if (fault == Fault.IO) {
        throw new IOException("cut off");
      }
      throw new IllegalStateException("broken");
    }
    if (taken == content.length) {
      return -1;
    }
    int count = Math.min(random.nextInt(length + 1), content.length - taken);
    System.arraycopy(content, taken, target, offset, count);
    taken += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    closed++;
  }
}
