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

  private long index = -1;

  /** How many blocks to request at once. */
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
    int count = (int) Math.min(target.remaining(), object.size() - position);
    if (count <= 0) {
      return target.hasRemaining() ? -1 : 0;
    }
    int end = target.position() + count;
    while (target.position() < end) {
      byte[] block = block(position / Block.SIZE);
      int offset = (int) (position % Block.SIZE);
      int length = Math.min(end - target.position(), block.length - offset);
      target.put(block, offset, length);
      position += length;
    }
    return count;
  }

  private byte[] block(long wanted) throws IOException {
    byte @Nullable [] kept = content.get();
    if (wanted == index && kept != null) {
      return kept;
    }
    plan(wanted);
    byte[] found = object.read(wanted, window);
    content = new WeakReference<>(found);
    index = wanted;
    if (window > 1 && requested - wanted <= window && object.readAhead(requested, window)) {
      requested += window;
    }
    return found;
  }

  /**
   * Doubles the window with each next block. A step back, as mmio makes when it fills its buffer
   * again, leaves it as it is; any other move begins anew.
   */
  private void plan(long wanted) {
    if (wanted == index + 1) {
      window = Math.min(2 * window, files.window(this));
    } else if (wanted < index - 1 || wanted > index) {
      window = 1;
      requested = 0;
    }
    requested = Math.max(requested, wanted + window);
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
