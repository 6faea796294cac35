package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.ioproc.samples.ReadOnlyChannel;

/**
 * Reads a deflated entry. Compressed data can only be read forwards, but programs seek:
 *
 * <ul>
 *   <li>A program that reads from start to end gets each byte straight from the inflater.
 *   <li>The beginning, where file headers are, stays in memory.
 *   <li>Once a program goes back to any other part, the entry is inflated again from the start, and
 *       its content is kept in a temporary file.
 * </ul>
 *
 * <p>Nothing is inflated more than twice, and memory use is bounded however large the entry is.
 */
final class InflatedChannel extends ReadOnlyChannel {

  private static final int BLOCK = 1 << 16;

  private final SeekableByteChannel archive;
  private final Inflation inflation;
  private final KeptContent kept;
  private final ByteBuffer block;

  InflatedChannel(SeekableByteChannel archive, long start, ZipEntryInfo entry) {
    super(entry.size());
    this.archive = archive;
    this.inflation = new Inflation(archive, start, entry);
    this.kept = new KeptContent(entry.size());
    this.block = ByteBuffer.allocate((int) Math.min(BLOCK, entry.size()));
  }

  @Override
  protected int read(ByteBuffer target, long from) throws IOException {
    if (from >= kept.end() && from < inflation.position()) {
      inflation.restart();
      kept.keepAll();
    }
    while (isAhead(from)) {
      step(from);
    }
    return from < kept.end() ? kept.read(target, from) : inflation.inflate(target);
  }

  /** Returns whether other bytes must be inflated before the byte at a position can be read. */
  private boolean isAhead(long from) {
    return from >= kept.end() && (from > inflation.position() || kept.hasRoom());
  }

  /** Inflates up to a block, and keeps it or, if the reader only skips it, discards it. */
  private void step(long from) throws IOException {
    long position = inflation.position();
    long end = position < kept.end() ? kept.end() : kept.hasRoom() ? kept.limit() : from;
    block.clear().limit((int) Math.min(block.capacity(), end - position));
    inflation.inflate(block);
    if (position == kept.end() && kept.hasRoom()) {
      kept.append(block.flip());
    }
  }

  @Override
  protected void release() throws IOException {
    try (archive;
        kept) {
      inflation.close();
    }
  }
}
