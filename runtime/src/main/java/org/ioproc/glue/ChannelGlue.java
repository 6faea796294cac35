package org.ioproc.glue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.OpenRequest;
import org.ioproc.internal.text.ProcessPath;
import org.jspecify.annotations.Nullable;

/** Glue for procedures whose files the library itself reads and writes. */
public abstract class ChannelGlue extends IoProcGlue<SeekableByteChannel> {

  /**
   * Creates the glue of a procedure.
   *
   * @param code the procedure's four-character code
   */
  protected ChannelGlue(String code) {
    super(code);
  }

  /**
   * Opens a path with the options of the request. A relative path begins in the process's current
   * folder. A folder is refused here: on Linux, Java would open it and fail only when it is read,
   * and on Windows, Java would give no reason.
   *
   * @param path what a handler returned
   * @param request the program's request
   * @return a channel; null for null
   * @throws IOException if the file cannot be opened
   */
  @SuppressWarnings("NullAway") // The caller reports a null.
  protected static SeekableByteChannel ofPath(@Nullable Path path, OpenRequest request)
      throws IOException {
    if (path == null) {
      return null;
    }
    Path file = ProcessPath.toOpen(path);
    if (Files.isDirectory(file)) {
      throw new AccessDeniedException(file.toString(), null, "it is a folder");
    }
    return Files.newByteChannel(file, request.options());
  }

  /**
   * Returns a channel that reads memory, from the buffer's position to its limit.
   *
   * @param content what a handler returned
   * @return a read-only channel; null for null
   */
  @SuppressWarnings("NullAway") // As above.
  protected static SeekableByteChannel ofMemory(@Nullable ByteBuffer content) {
    return content == null ? null : new MemoryChannel(content.slice().asReadOnlyBuffer());
  }

  /**
   * Returns a channel that reads memory.
   *
   * @param content what a handler returned
   * @return a read-only channel; null for null
   */
  protected static SeekableByteChannel ofMemory(byte @Nullable [] content) {
    return ofMemory(content == null ? null : ByteBuffer.wrap(content));
  }

  /**
   * Returns a channel that reads a stream, and keeps the bytes so that programs can seek.
   *
   * @param stream what a handler returned
   * @return a read-only channel; null for null
   */
  @SuppressWarnings("NullAway") // As above.
  protected static SeekableByteChannel ofStream(@Nullable InputStream stream) {
    return stream == null ? null : new StreamChannel(stream);
  }

  @Override
  protected final int onRead(SeekableByteChannel file, ByteBuffer buffer, long position)
      throws IOException {
    int start = buffer.position();
    for (int i = 0; i < Transfers.MAX_EMPTY_TRANSFERS; i++) {
      int read = readOnce(file, buffer, position);
      if (read != 0 || buffer.position() != start) {
        return read;
      }
    }
    throw new MmioException(
        MmioError.CANNOT_READ,
        "A channel must read at least one byte, report its end, or throw; this one read none "
            + Transfers.MAX_EMPTY_TRANSFERS
            + " times.");
  }

  private static int readOnce(SeekableByteChannel file, ByteBuffer buffer, long position)
      throws IOException {
    return file instanceof FileChannel fileChannel
        ? fileChannel.read(buffer, position)
        : at(file, position).read(buffer);
  }

  @Override
  protected final int onWrite(SeekableByteChannel file, ByteBuffer buffer, long position)
      throws IOException {
    return file instanceof FileChannel fileChannel
        ? fileChannel.write(buffer, position)
        : at(file, position).write(buffer);
  }

  @Override
  final MmioException readOnly() {
    return new MmioException(
        MmioError.ACCESS_DENIED,
        "This file can only be read: it is in memory, comes from a stream, or was opened by its"
            + " name alone.");
  }

  /** Checks the new position: channels of the JDK's zip file system silently stay at their end. */
  private static SeekableByteChannel at(SeekableByteChannel file, long position)
      throws IOException {
    if (file.position() != position && file.position(position).position() != position) {
      throw new MmioException(
          MmioError.CANNOT_SEEK,
          "A channel must move to the position that it is given; this one was given "
              + position
              + " and stays at "
              + file.position()
              + ".");
    }
    return file;
  }

  @Override
  protected final long onSize(SeekableByteChannel file) throws IOException {
    return file.size();
  }

  @Override
  protected final void onFlush(SeekableByteChannel file) throws IOException {
    if (file instanceof FileChannel fileChannel) {
      fileChannel.force(false);
    }
  }

  @Override
  protected void onClose(SeekableByteChannel file) throws Throwable {
    file.close();
  }
}
