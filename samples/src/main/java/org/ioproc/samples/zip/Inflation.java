package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates an entry from start to end, and reports damage. */
final class Inflation implements AutoCloseable {

  private static final int BLOCK = 1 << 15;

  private final SeekableByteChannel archive;
  private final long start;
  private final ZipEntryInfo entry;
  private final Inflater inflater = new Inflater(true);
  private final ByteBuffer input = ByteBuffer.allocate(BLOCK);
  private final ContentCheck check;
  private long fed;
  private long position;

  Inflation(SeekableByteChannel archive, long start, ZipEntryInfo entry) {
    this.archive = archive;
    this.start = start;
    this.entry = entry;
    this.check = new ContentCheck(entry);
  }

  /** Returns the position of the next byte in the content. */
  long position() {
    return position;
  }

  /** Goes back to the start. */
  void restart() {
    inflater.reset();
    fed = 0;
    position = 0;
  }

  /**
   * Inflates at least one byte. A failure moves the position back to 0, so that a second attempt
   * inflates the same bytes and fails in the same way.
   *
   * @param target has room for at least one byte
   * @return the number of bytes inflated
   * @throws java.util.zip.ZipException if the entry is damaged
   */
  int inflate(ByteBuffer target) throws IOException {
    try {
      return inflateChecked(target);
    } catch (Throwable failure) {
      restart();
      throw failure;
    }
  }

  private int inflateChecked(ByteBuffer target) throws IOException {
    int begin = target.position();
    int end = target.limit();
    target.limit(begin + (int) Math.min(end - begin, entry.size() - position));
    int count = inflateSome(target);
    target.limit(end);
    if (count == 0) {
      throw entry.damaged("it is shorter than the archive's directory says");
    }
    if (position + count == entry.size()) {
      requireEnd();
    }
    check.read(target.duplicate().flip().position(begin), position);
    position += count;
    return count;
  }

  private void requireEnd() throws IOException {
    if (inflateSome(ByteBuffer.allocate(1)) > 0) {
      throw entry.damaged("it is longer than the archive's directory says");
    }
  }

  /** Inflates at least one byte and returns how many, or 0 at the end. */
  private int inflateSome(ByteBuffer target) throws IOException {
    try {
      int count = inflater.inflate(target);
      while (count == 0 && !inflater.finished()) {
        feed(); // Only now: zlib may still hold output after it has taken all its input.
        count = inflater.inflate(target);
      }
      return count;
    } catch (DataFormatException damage) {
      throw entry.damaged(String.valueOf(damage.getMessage()));
    }
  }

  private void feed() throws IOException {
    long left = entry.compressedSize() - fed;
    input.clear().limit((int) Math.min(BLOCK, left));
    if (left == 0 || Positioned.read(archive, input, start + fed) < 0) {
      throw entry.damaged("it ends too early");
    }
    fed += input.position();
    inflater.setInput(input.flip());
  }

  @Override
  public void close() {
    inflater.end();
  }
}
