package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A stored entry: its bytes are read where they are in the archive. Who reads it from start to end
 * is told if it is damaged; who reads here and there is not.
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
  int read(ByteBuffer target, long from) throws IOException {
    int begin = target.position();
    ByteBuffer part = target.duplicate();
    part.limit(begin + (int) Math.min(target.remaining(), entry.size() - from));
    int count = Positioned.read(archive, part, start + from);
    if (count < 0) {
      throw entry.damaged("the archive ends before it does");
    }
    check.read(part.flip().position(begin), from);
    target.position(begin + count);
    return count;
  }

  @Override
  void release() throws IOException {
    archive.close();
  }
}
