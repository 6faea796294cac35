package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.ioproc.samples.ReadOnlyChannel;

/**
 * Reads a stored entry straight from the archive. Damage is found only if a program reads the entry
 * from start to end, because the checksum covers the whole entry.
 */
final class StoredChannel extends ReadOnlyChannel {

  private final SeekableByteChannel archive;
  private final long start;
  private final ZipEntryInfo entry;
  private final ContentCheck check;

  StoredChannel(SeekableByteChannel archive, long start, ZipEntryInfo entry) {
    super(entry.size());
    this.archive = archive;
    this.start = start;
    this.entry = entry;
    this.check = new ContentCheck(entry);
  }

  @Override
  protected int read(ByteBuffer target, long from) throws IOException {
    int begin = target.position();
    ByteBuffer part = target.duplicate();
    part.limit(begin + (int) Math.min(target.remaining(), entry.size() - from));
    int count = Positioned.read(archive, part, start + from);
    if (count < 0) {
      throw entry.damaged("the archive ends before the entry does");
    }
    check.read(part.flip().position(begin), from);
    target.position(begin + count);
    return count;
  }

  @Override
  protected void release() throws IOException {
    archive.close();
  }
}
