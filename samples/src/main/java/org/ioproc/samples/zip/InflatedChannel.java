package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A deflated entry. Compressed data can only be read forwards, and programs seek. Who reads from
 * start to end gets each byte straight from the inflater. The beginning, where headers are, is kept
 * in memory. When anything else is wanted again, inflating begins again, and all content from then
 * on is kept in a temporary file; so nothing is ever inflated more than twice, and memory stays
 * small however large the entry is.
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
  int read(ByteBuffer target, long from) throws IOException {
    if (from >= kept.end() && from < inflation.position()) {
      inflation.restart();
      kept.keepAll();
    }
    while (isAhead(from)) {
      step(from);
    }
    return from < kept.end() ? kept.read(target, from) : inflation.inflate(target);
  }

  /** Whether there is something to inflate before the byte that is wanted can be had. */
  private boolean isAhead(long from) {
    return from >= kept.end() && (from > inflation.position() || kept.hasRoom());
  }

  /** Inflates up to a block: to be kept, or only to get on. */
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
  void release() throws IOException {
    try (archive;
        kept) {
      inflation.close();
    }
  }
}
