package org.ioproc.samples.remote;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * An object on a server, read in blocks, or in a stream while a program reads in order. Any thread
 * may use it.
 */
final class RemoteFile implements SeekableByteChannel {

  /** A program that has read so many bytes in order will probably read more. */
  private static final int LONG = 2 * Block.SIZE;

  /** The most blocks that are requested at once: 512 KiB. */
  private static final int WIDEST = 8;

  private final RemoteFiles files;
  private final RemoteObject object;
  private long position;
  private boolean isOpen = true;

  /** The block that was read last. The cache keeps it: many open files must not keep many. */
  private WeakReference<byte[]> content = new WeakReference<>(null);

  private long index;

  /** Where the program has begun to read in order. */
  private long begin;

  /** Where the last read ended. */
  private long end;

  private @Nullable RemoteStream stream;

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
    if (Math.abs(position - end) > Block.SIZE) { // mmio's buffer steps back a little.
      begin = position;
      closeStream();
    }
    end = position + count;
    while (position < end) {
      position += copy(target, (int) (end - position));
    }
    return count;
  }

  /** Copies the next bytes, and returns how many. */
  private int copy(ByteBuffer target, int count) throws IOException {
    RemoteStream running = stream;
    if (running == null && position - begin >= LONG) {
      running = openStream();
    }
    if (running != null && running.isNear(position)) {
      return copy(running, target, count);
    }
    byte[] block = block(position / Block.SIZE);
    int offset = (int) (position % Block.SIZE);
    int length = Math.min(count, block.length - offset);
    target.put(block, offset, length);
    return length;
  }

  private int copy(RemoteStream running, ByteBuffer target, int count) throws IOException {
    try {
      return running.read(position, target, count);
    } catch (Throwable failure) {
      closeStream(); // A request may still use its buffer.
      throw failure;
    }
  }

  private @Nullable RemoteStream openStream() {
    long wanted = position / Block.SIZE;
    if (content(wanted) == null && !object.has(wanted) && files.tryOpenStream()) {
      stream = new RemoteStream(object, wanted * Block.SIZE);
    }
    return stream;
  }

  private void closeStream() {
    if (stream != null) {
      stream.close();
      stream = null;
      files.endStream();
    }
  }

  private byte @Nullable [] content(long wanted) {
    return wanted == index ? content.get() : null;
  }

  private byte[] block(long wanted) throws IOException {
    byte[] found = content(wanted);
    if (found == null) {
      int needed = (int) ((end - 1) / Block.SIZE - wanted + 1);
      found = object.read(wanted, Math.min(needed, WIDEST));
      content = new WeakReference<>(found);
      index = wanted;
    }
    return found;
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
    closeStream();
  }
}
