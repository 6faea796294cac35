package org.ioproc.samples.remote;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * An object on a server, read in blocks. While a program reads in order, the next blocks are
 * requested before it needs them. Any thread may use it.
 */
final class RemoteFile implements SeekableByteChannel {

  private final RemoteFiles files;
  private final RemoteObject object;
  private long position;
  private boolean isOpen = true;

  /** The block that was read last. The cache keeps it: many open files must not keep many. */
  private WeakReference<byte[]> content = new WeakReference<>(null);

  private long index;

  /** Where the last read ended. */
  private long end;

  /** How many blocks to request at once; 1 unless the program reads in order. */
  private int window = 1;

  /** The block after the last that was requested for this file. */
  private long requested;

  RemoteFile(RemoteFiles files, RemoteObject object) {
    this.files = files;
    this.object = object;
  }

  @Override
  public synchronized int read(ByteBuffer target) throws IOException {
    requireOpen();
    int count = (int) Math.min(target.remaining(), Math.max(0, object.size() - position));
    if (count == 0) {
      return target.hasRemaining() ? -1 : 0;
    }
    boolean isInOrder =
        Math.abs(position - end) <= Block.SIZE; // mmio's buffer steps back a little.
    if (!isInOrder) {
      window = 1;
      requested = 0;
    }
    end = position + count;
    while (position < end) {
      byte[] block = block(position / Block.SIZE, isInOrder);
      int offset = (int) (position % Block.SIZE);
      int length = (int) Math.min(end - position, block.length - offset);
      target.put(block, offset, length);
      position += length;
    }
    return count;
  }

  private byte[] block(long wanted, boolean isInOrder) throws IOException {
    byte @Nullable [] kept = content.get();
    if (wanted == index && kept != null) {
      return kept;
    }
    if (isInOrder && wanted == index + 1) {
      window = Math.min(2 * window, files.window(this));
    }
    byte[] found = read(wanted);
    content = new WeakReference<>(found);
    index = wanted;
    if (window > 1 && requested - wanted <= window && object.readAhead(requested, window)) {
      requested += window;
    }
    return found;
  }

  /** Requests, if the block is missing, at least all blocks that the program's read needs. */
  private byte[] read(long wanted) throws IOException {
    int needed = (int) ((end - 1) / Block.SIZE - wanted + 1);
    int count = object.has(wanted) ? 1 : Math.max(window, Math.min(needed, RemoteFiles.WIDEST));
    requested = Math.max(requested, wanted + count);
    return object.read(wanted, count);
  }

  @Override
  public synchronized long position() throws IOException {
    requireOpen();
    return position;
  }

  @Override
  public synchronized RemoteFile position(long newPosition) throws IOException {
    requireOpen();
    if (newPosition < 0) {
      throw new IllegalArgumentException("A position must not be negative; it is " + newPosition);
    }
    position = newPosition;
    return this;
  }

  @Override
  public synchronized long size() throws IOException {
    requireOpen();
    return object.size();
  }

  ObjectVersion version() {
    return object.version();
  }

  private void requireOpen() throws ClosedChannelException {
    if (!isOpen) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public synchronized boolean isOpen() {
    return isOpen;
  }

  @Override
  public synchronized void close() {
    isOpen = false;
    content.clear();
  }
}
