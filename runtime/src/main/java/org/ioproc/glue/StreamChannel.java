package org.ioproc.glue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.Positions;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream as far as programs need it, and keeps what it has read. Seeking reads nothing; the
 * size is known once the stream has ended, so asking for it reads to the end. Not safe for use by
 * several threads at once.
 */
final class StreamChannel implements SeekableByteChannel {

  /** How many bytes of a file are kept in memory. */
  private static final int IN_MEMORY = 1 << 20;

  private static final int CHUNK = 1 << 14;

  private final InputStream stream;
  private final KeptBytes kept;

  /** The most bytes that a file may have. */
  private final long most;

  private byte[] chunk = new byte[0];
  private long position;
  private boolean ended;
  private @Nullable Throwable failure;
  private boolean closed;

  /** Reads a stream of at most 2^31-1 bytes; what does not fit into memory goes to a file. */
  StreamChannel(InputStream stream) {
    this(
        stream,
        new KeptBytes(IN_MEMORY, Path.of(System.getProperty("java.io.tmpdir"))),
        Integer.MAX_VALUE);
  }

  /** Reads a stream of at most so many bytes. */
  StreamChannel(InputStream stream, KeptBytes kept, long most) {
    this.stream = stream;
    this.kept = kept;
    this.most = most;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    requireOpen();
    readOn(position + target.remaining());
    int read = kept.read(target, position);
    position += Math.max(read, 0);
    return read;
  }

  /** Reads the stream on until so many bytes are kept or it ends. */
  private void readOn(long end) throws IOException {
    while (kept.size() < end && !ended) {
      requireIntact();
      try {
        keepMore(end - kept.size());
      } catch (Throwable broken) {
        failure = broken;
        throw broken;
      }
    }
  }

  /** A stream that has failed may go on with any of its bytes. */
  private void requireIntact() throws IOException {
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
    for (int i = 0; i < Transfers.PATIENCE; i++) {
      int read = stream.read(chunk, 0, count);
      if (read < -1 || read > count) {
        throw new IllegalStateException(
            "A stream must read at most the bytes that it is asked for; asked for "
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
            + Transfers.PATIENCE
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
