package org.ioproc.mmio;

import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FHOPEN;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioFunctions;

/**
 * A file that is open through a multimedia file manager. {@link Mmio#open(String,
 * java.nio.file.OpenOption...)} returns it. It is a channel, so any code that uses channels can use
 * it:
 *
 * <pre>{@code
 * try (MmioFile file = Mmio.system().open("music.zip+track.wav", MmioOption.BUFFERED)) {
 *   ByteBuffer start = ByteBuffer.allocate(12);
 *   file.read(start);
 *   file.seek(-4, SeekOrigin.CURRENT);
 *   System.out.println("after " + file.position() + " of " + file.size() + " bytes");
 * }
 * }</pre>
 *
 * <p>{@link #chunks()} finds and creates the chunks of a RIFF file, {@link #buffer()} flushes and
 * changes the buffer, and {@link WaveSound} plays a sound with {@code javax.sound}.
 *
 * <p>Positions and sizes are in bytes, from 0 to 2^31-1. A method that fails throws an {@link
 * MmioException} with the manager's code and, if the procedure is written in Java, the text and
 * cause of the procedure's exception. After {@link #close()}, methods that use the file throw a
 * {@link ClosedChannelException}.
 *
 * <p>Threads: any thread may call the methods. Calls wait for each other.
 *
 * <p>Source: Microsoft, "mmioRead", "mmioWrite", "mmioSeek" and "mmioClose" functions.
 */
public final class MmioFile implements SeekableByteChannel {

  private final MmioFunctions functions;
  private final OpenHandle handle;
  private final FileTransfer transfer;
  private final MmioBuffer buffer;
  private final MmioChunks chunks;

  MmioFile(MmioFunctions functions, OpenHandle handle) {
    this.functions = functions;
    this.handle = handle;
    this.transfer = new FileTransfer(functions, handle);
    this.buffer = new MmioBuffer(functions, handle);
    this.chunks = new MmioChunks(functions, handle);
  }

  /** {@return the buffer between this file and its procedure} */
  public MmioBuffer buffer() {
    return buffer;
  }

  /** {@return the chunks of this file, if it is or becomes a RIFF file} */
  public MmioChunks chunks() {
    return chunks;
  }

  /**
   * Reads bytes at the position ({@code mmioRead}). If it reads fewer bytes than the target has
   * room for, the file has ended.
   *
   * @param target receives the bytes; a direct buffer receives them without a copy
   * @return the number of bytes, or -1 at the end of the file
   * @throws IOException if reading fails
   */
  @Override
  public int read(ByteBuffer target) throws IOException {
    synchronized (handle) {
      return transfer.read(target);
    }
  }

  /**
   * Writes all bytes of a buffer at the position ({@code mmioWrite}). Bytes that are in {@link
   * #buffer()} count as written. If they cannot be written out later, the next call that needs room
   * in the buffer or leaves it reports the failure, and so do {@link MmioBuffer#flush()} and {@link
   * #close()}.
   *
   * @param source the bytes; those of a direct buffer are written without a copy
   * @return the number of bytes
   * @throws IOException if some bytes cannot be written. The positions of the source and of the
   *     file are then after the bytes that were written, so a second call with the source continues
   *     where the first failed
   */
  @Override
  public int write(ByteBuffer source) throws IOException {
    synchronized (handle) {
      return transfer.write(source);
    }
  }

  @Override
  public long position() throws IOException {
    return seek(0, SeekOrigin.CURRENT);
  }

  @Override
  public MmioFile position(long position) throws IOException {
    if (position < 0) {
      throw new IllegalArgumentException("A position must be 0 or more, not " + position + ".");
    }
    seek(position, SeekOrigin.START);
    return this;
  }

  /**
   * Sets the position ({@code mmioSeek}).
   *
   * @param offset the offset in bytes
   * @param origin the position from which the offset counts
   * @return the new position
   * @throws IOException if the position cannot be reached
   */
  public long seek(long offset, SeekOrigin origin) throws IOException {
    synchronized (handle) {
      int position = trySeek(offset, origin);
      if (position < 0) {
        throw handle.failure(
            "seek to offset " + offset + " from " + origin + " in", MmioError.CANNOT_SEEK);
      }
      return position;
    }
  }

  /** Returns the new position, or -1 if it cannot be reached. */
  private int trySeek(long offset, SeekOrigin origin) throws IOException {
    long number = handle.begin();
    return offset == (int) offset ? functions.mmioSeek(number, (int) offset, origin.number()) : -1;
  }

  /**
   * {@return the size in bytes, found by seeking to the end and back}
   *
   * @throws IOException if the procedure cannot seek to the end
   */
  @Override
  public long size() throws IOException {
    synchronized (handle) {
      long position = position();
      int size = trySeek(0, SeekOrigin.END);
      if (size < 0) {
        throw handle.failure("find the size of", MmioError.CANNOT_SEEK);
      }
      seek(position, SeekOrigin.START);
      return size;
    }
  }

  /**
   * Does nothing if the file is not longer than the size. mmio cannot shorten a file.
   *
   * @param size the size in bytes
   * @return this file, unchanged
   * @throws IOException if the file is longer, or its size is unknown
   * @throws IllegalArgumentException if the size is negative
   */
  @Override
  public MmioFile truncate(long size) throws IOException {
    if (size < 0) {
      throw new IllegalArgumentException("A size must be 0 or more, not " + size + ".");
    }
    if (size < size()) {
      throw new MmioException(
          MmioError.CANNOT_WRITE,
          "cannot shorten "
              + handle
              + ": mmio has no function for that. Create the file again, which empties it.");
    }
    return this;
  }

  /** {@return a stream that reads at this file's position} Closing it closes the file. */
  public InputStream inputStream() {
    return new FileInput(this);
  }

  /** {@return a stream that writes at this file's position} Closing it closes the file. */
  public OutputStream outputStream() {
    return Channels.newOutputStream(this);
  }

  /**
   * {@return a word that the procedure keeps or returns ({@code mmioGetInfo}, {@code adwInfo})}
   *
   * @param index 0 to 2
   * @throws IOException if the manager refuses
   * @throws IndexOutOfBoundsException if the index is out of range
   */
  public int word(int index) throws IOException {
    return buffer.word(index);
  }

  /**
   * Sends the procedure a message that the application defines ({@code mmioSendMessage}).
   *
   * @param message its number, 0x8000 ({@code MMIOM_USER}) or above
   * @param lParam1 a number or an address, as the procedure defines it; the memory at the address
   *     must stay valid until this method returns
   * @param lParam2 like {@code lParam1}
   * @return the procedure's answer; 0 if it does not know the message, -1 if a handler failed
   * @throws IOException if the file is closed
   * @throws IllegalArgumentException if the number is one of mmio's
   */
  public long sendMessage(int message, long lParam1, long lParam2) throws IOException {
    if (message >= 0 && message < MMIOM_USER) {
      throw new IllegalArgumentException(
          "An application's message must have a number from 0x8000, not " + message + ".");
    }
    synchronized (handle) {
      return functions.mmioSendMessage(handle.begin(), message, lParam1, lParam2);
    }
  }

  /** Returns the lock that a thread holds during each call of the manager. */
  Object lock() {
    return handle;
  }

  @Override
  public boolean isOpen() {
    return handle.isOpen();
  }

  /**
   * Closes the file ({@code mmioClose}). Closing it again does nothing.
   *
   * @throws MmioException if the bytes in the buffer cannot be written out, or the procedure fails;
   *     the file is closed in any case
   */
  @Override
  public void close() throws MmioException {
    close(0);
  }

  /**
   * Closes the file, and asks the procedure to keep open the file handle that it was opened from
   * ({@code MMIO_FHOPEN}).
   *
   * @throws MmioException as {@link #close()} does
   */
  public void detach() throws MmioException {
    close(MMIO_FHOPEN);
  }

  private void close(int flags) throws MmioException {
    synchronized (handle) {
      handle.close(flags);
    }
  }

  @Override
  public String toString() {
    return "MmioFile[" + handle + "]";
  }
}
