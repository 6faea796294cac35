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
 * java.nio.file.OpenOption...)} returns it. It is a channel, so that everything in Java that uses
 * channels can use it:
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
 * <p>Positions and sizes are in bytes, from the file's start, and end at 2^31-1. A method that
 * fails throws an {@link MmioException} with the manager's code and, if the procedure is written in
 * Java, the text and cause of the procedure's exception. After {@link #close()} every method but
 * that and {@link #isOpen()} throws a {@link ClosedChannelException}.
 *
 * <p>Threads: any thread may call the methods; they wait for each other.
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

  /** {@return the chunks of this file, for one that is a RIFF file or becomes one} */
  public MmioChunks chunks() {
    return chunks;
  }

  /**
   * Reads from the position on ({@code mmioRead}). Fewer bytes than the target has room for mean
   * the end of the file.
   *
   * @param target receives the bytes; a direct buffer receives them without a copy
   * @return the number of bytes, -1 at the end of the file
   * @throws IOException if reading fails
   */
  @Override
  public int read(ByteBuffer target) throws IOException {
    synchronized (handle) {
      return transfer.read(target);
    }
  }

  /**
   * Writes all bytes of a buffer at the position ({@code mmioWrite}). Bytes that {@link #buffer()}
   * has taken count as written. If they cannot be written out later, the next call that needs room
   * in the buffer or leaves it reports that, as do {@link MmioBuffer#flush()} and {@link #close()}.
   *
   * @param source the bytes; those of a direct buffer are written without a copy
   * @return the number of bytes
   * @throws IOException if some cannot be written. The positions of the source and of the file are
   *     then behind those that were, so that writing the source again goes on where it failed
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
   * @param offset in bytes
   * @param origin where the offset counts from
   * @return the new position
   * @throws IOException if there is no such position
   */
  public long seek(long offset, SeekOrigin origin) throws IOException {
    synchronized (handle) {
      long number = handle.begin();
      int position =
          offset == (int) offset ? functions.mmioSeek(number, (int) offset, origin.number()) : -1;
      if (position < 0) {
        throw handle.failure(
            "seek to offset " + offset + " from " + origin + " in", MmioError.CANNOT_SEEK);
      }
      return position;
    }
  }

  /**
   * {@return the size in bytes, which is the position that seeking to the end reaches}
   *
   * @throws IOException if the procedure cannot seek to the end
   */
  @Override
  public long size() throws IOException {
    synchronized (handle) {
      long position = position();
      long size = seek(0, SeekOrigin.END);
      seek(position, SeekOrigin.START);
      return size;
    }
  }

  /**
   * Does nothing if the file is not longer than the size. mmio cannot shorten a file.
   *
   * @param size in bytes
   * @return this file, unchanged
   * @throws MmioException if the file is longer
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
              + ": mmio has no function that does. Create the file again, which empties it.");
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
   * {@return a word that the procedure keeps or hands back ({@code mmioGetInfo}, {@code adwInfo})}
   *
   * @param index 0 to 2
   * @throws IOException if the manager refuses
   * @throws IndexOutOfBoundsException if the index is another one
   */
  public int word(int index) throws IOException {
    return buffer.word(index);
  }

  /**
   * Sends the procedure a message of the application's own ({@code mmioSendMessage}).
   *
   * @param message its number, from 0x8000 ({@code MMIOM_USER})
   * @param lParam1 means what the procedure says; memory whose address it is must stay until this
   *     method returns
   * @param lParam2 like {@code lParam1}
   * @return the procedure's answer; 0 if it does not know the message
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

  @Override
  public boolean isOpen() {
    return handle.isOpen();
  }

  /**
   * Closes the file ({@code mmioClose}). Closing it again does nothing.
   *
   * @throws MmioException if the bytes in the buffer cannot be written out, or the procedure fails;
   *     the file is closed all the same
   */
  @Override
  public void close() throws MmioException {
    close(0);
  }

  /**
   * Closes the file, and asks the procedure to keep open what it was made from ({@code
   * MMIO_FHOPEN}).
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
