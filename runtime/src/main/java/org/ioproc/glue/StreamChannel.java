package org.ioproc.glue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.Positions;
import org.jspecify.annotations.Nullable;

/**
 * A channel that reads a stream only as far as programs need it, and keeps the bytes. Seeking reads
 * nothing. Only the end of a stream shows its size, so {@link #size} reads to the end. Not
 * thread-safe.
 */
final class StreamChannel implements SeekableByteChannel {

  /** The number of bytes of a file that are kept in memory. */
  private static final int IN_MEMORY = 1 << 20;

  private static final int CHUNK = 1 << 14;

  private final InputStream stream;
  private final KeptBytes kept;

  /** The maximum number of bytes that a file may have. */
  private final long most;

  private byte[] chunk = new byte[0];
  private long position;
  private boolean reading;
  private boolean ended;
  private @Nullable Throwable failure;
  private boolean closed;

  /** Reads a stream of at most 2^31-1 bytes. The bytes after the first 1 MiB go to a file. */
  StreamChannel(InputStream stream) {
    this(stream, new KeptBytes(IN_MEMORY, System.getProperty("java.io.tmpdir")), Integer.MAX_VALUE);
  }

  /** Reads a stream of at most {@code most} bytes. */
  StreamChannel(InputStream stream, KeptBytes kept, long most) {
    this.stream = stream;
    this.kept = kept;
    this.most = most;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    requireOpen();
    long start = position; // The stream may itself read the file.
    readOn(start + target.remaining());
    int read = kept.read(target, start);
    position = start + Math.max(read, 0);
    return read;
  }

  /** Reads on until {@code end} bytes are kept or the stream ends. */
  private void readOn(long end) throws IOException {
    while (kept.size() < end && !ended) {
      requireUsable();
      reading = true;
      try {
        keepMore(end - kept.size());
      } catch (Throwable broken) {
        failure = broken;
        throw broken;
      } finally {
        reading = false;
      }
    }
  }

  /** A stream's next bytes are unknown after a failure, and while its own read() runs. */
  private void requireUsable() throws IOException {
    if (reading) {
      throw new IOException(
          "A stream must not read its own file; this one does after " + kept.size() + " bytes.");
    }
    if (failure != null) {
      throw new IOException(
          "A stream that has failed must not be read again; this one failed after "
              + kept.size()
              + " bytes.",
          failure);
    }
  }

  /** Asks for no more bytes than are needed, because the stream may wait for each of them. */
  private void keepMore(long needed) throws IOException {
    long allowed = Math.max(most - kept.size(), 1);
    int asked = (int) Math.min(Math.min(needed, allowed), CHUNK);
    if (chunk.length < asked) {
      chunk = new byte[Math.min(Math.max(asked, 2 * chunk.length), CHUNK)];
    }
    int count = readSome(asked);
    requireOpen(); // The stream may have closed its file.
    if (count < 0) {
      ended = true;
      chunk = new byte[0];
    } else if (kept.size() == most) {
      throw Positions.beyond(
          MmioError.CANNOT_READ, "the file's stream has more than " + most + " bytes");
    } else {
      kept.append(chunk, count);
    }
  }

  private int readSome(int count) throws IOException {
    for (int i = 0; i < Transfers.MAX_EMPTY_TRANSFERS; i++) {
      int read = stream.read(chunk, 0, count);
      if (read < -1 || read > count) {
        throw new IllegalStateException(
            "A stream must read at most the requested count of bytes; for "
                + count
                + ", this one returned "
                + read
                + ".");
      }
      if (read != 0) {
        return read;
      }
    }
    throw new MmioException(
        MmioError.CANNOT_READ,
        "A stream must read at least one byte, report its end, or throw; this one read none "
            + Transfers.MAX_EMPTY_TRANSFERS
            + " times.");
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws ClosedChannelException {
    requireOpen();
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) throws ClosedChannelException {
    requireOpen();
    if (newPosition < 0) {
      throw new IllegalArgumentException("A position must be 0 or more, not " + newPosition + ".");
    }
    position = newPosition;
    return this;
  }

  @Override
  public long size() throws IOException {
    requireOpen();
    readOn(Long.MAX_VALUE);
    return kept.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (kept) {
        stream.close();
      }
    }
  }

  private void requireOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }
}
