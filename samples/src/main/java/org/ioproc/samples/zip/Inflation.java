package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates an entry from its start to its end, and reports damage. */
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

  /** Where in the content the next byte is. */
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
   * Inflates at least one byte. After a failure the position is 0: bytes that were inflated and not
   * handed out are inflated again, and a second try fails in the same way.
   *
   * @param target has room for one
   * @return how many bytes
   * @throws java.util.zip.ZipException if there is none, or the last one shows damage
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

  /** At least one byte, unless there is none. */
  private int inflateSome(ByteBuffer target) throws IOException {
    try {
      int count = inflater.inflate(target);
      while (count == 0 && !inflater.finished()) {
        feed(); // Not before: without input, zlib may still hold much output.
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
