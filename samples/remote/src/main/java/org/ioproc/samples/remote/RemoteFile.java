package org.ioproc.samples.remote;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import org.ioproc.samples.ReadOnlyChannel;
import org.jspecify.annotations.Nullable;

/**
 * An object on a server, read in blocks, or in a stream while a program reads in order. One thread
 * at a time may use it.
 */
final class RemoteFile extends ReadOnlyChannel {

  /** A program that has read so many bytes in order will probably read more. */
  private static final int LONG = 2 * Block.SIZE;

  /** The most blocks that are requested at once: 512 KiB. */
  private static final int WIDEST = 8;

  private final RemoteFiles files;
  private final RemoteObject object;

  /** The block that was read last. The cache keeps it: many open files must not keep many. */
  private WeakReference<byte[]> content = new WeakReference<>(null);

  private long index;

  /** Where the program has begun to read in order. */
  private long begin;

  /** Where the last read ended. */
  private long end;

  private @Nullable RemoteStream stream;

  RemoteFile(RemoteFiles files, RemoteObject object) {
    super(object.size());
    this.files = files;
    this.object = object;
  }

  @Override
  protected int read(ByteBuffer target, long from) throws IOException {
    int count = (int) Math.min(target.remaining(), object.size() - from);
    if (Math.abs(from - end) > Block.SIZE) { // mmio's buffer steps back a little.
      begin = from;
      closeStream();
    }
    end = from + count;
    for (long position = from; position < end; ) {
      position += copy(target, position, (int) (end - position));
    }
    return count;
  }

  /** Copies the next bytes, and returns how many. */
  private int copy(ByteBuffer target, long position, int count) throws IOException {
    RemoteStream running = stream;
    if (running == null && position - begin >= LONG) {
      running = openStream(position / Block.SIZE);
    }
    if (running != null && running.isNear(position)) {
      return copy(running, target, position, count);
    }
    byte[] block = block(position / Block.SIZE);
    int offset = (int) (position % Block.SIZE);
    int length = Math.min(count, block.length - offset);
    target.put(block, offset, length);
    return length;
  }

  private int copy(RemoteStream running, ByteBuffer target, long position, int count)
      throws IOException {
    try {
      return running.read(position, target, count);
    } catch (Throwable failure) {
      closeStream(); // A request may still use its buffer.
      throw failure;
    }
  }

  private @Nullable RemoteStream openStream(long wanted) {
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

  ObjectVersion version() {
    return object.version();
  }

  @Override
  protected void release() {
    content.clear();
    closeStream();
  }
}
