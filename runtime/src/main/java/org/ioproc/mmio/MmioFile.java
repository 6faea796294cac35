package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FHOPEN;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioFunctions;

/**
 * A file that is open through a manager. Positions and sizes are in bytes and end at 2^31-1.
 *
 * <p>A method that fails throws an {@link MmioException} with the manager's code and, if the
 * procedure is written in Java, its text and cause; after {@link #close()} every method but that
 * and {@link #isOpen()} throws {@link ClosedChannelException}.
 *
 * <p>Threads: the methods may be called on any thread, and wait for each other.
 */
public final class MmioFile extends RiffFile {

  MmioFile(MmioFunctions functions, OpenHandle handle) {
    super(functions, handle);
  }

  @Override
  public MmioFile position(long position) throws IOException {
    if (position < 0) {
      throw new IllegalArgumentException("A position is 0 or more, not " + position + ".");
    }
    seek(position, Origin.START);
    return this;
  }

  /**
   * mmio has no function that shortens a file.
   *
   * @param size a size that is not below the file's
   * @return this file, unchanged
   * @throws MmioException if it is below
   */
  @Override
  public MmioFile truncate(long size) throws IOException {
    if (size < 0) {
      throw new IllegalArgumentException("A size is 0 or more, not " + size + ".");
    }
    if (size < size()) {
      throw new MmioException(
          MmioError.CANNOT_WRITE,
          "cannot shorten " + handle + ": mmio has no function for it; create the file anew.");
    }
    return this;
  }

  /**
   * The file as a stream from its position on. Closing the stream closes the file.
   *
   * @return a stream that shares the position
   */
  public InputStream inputStream() {
    return new FileInput(this);
  }

  /**
   * The file as a stream to its position on. Closing the stream closes the file.
   *
   * @return a stream that shares the position
   */
  public OutputStream outputStream() {
    return Channels.newOutputStream(this);
  }

  /**
   * Sends the procedure a message ({@code mmioSendMessage}).
   *
   * @param message its number, from 0x8000
   * @param lParam1 what the procedure says; if it is an address, its memory must stay until this
   *     method returns
   * @param lParam2 what the procedure says, as {@code lParam1}
   * @return the procedure's answer; 0 if it does not know the message
   * @throws IOException if the file is closed
   * @throws IllegalArgumentException if the number is one of mmio's own
   */
  public synchronized long sendMessage(int message, long lParam1, long lParam2) throws IOException {
    if (message >= 0 && message < 0x8000) {
      throw new IllegalArgumentException(
          "The messages that an application defines begin at 0x8000; this is " + message + ".");
    }
    return functions.mmioSendMessage(handle.begin(), message, lParam1, lParam2);
  }

  /**
   * Closes the file ({@code mmioClose}). A second call does nothing.
   *
   * @throws MmioException if what is in the buffer cannot be written, or the procedure fails; the
   *     file is closed all the same
   */
  @Override
  public void close() throws MmioException {
    close(0);
  }

  /**
   * Closes the file as mmio has it, and asks the procedure to leave open what it was made from
   * ({@code mmioClose} with {@code MMIO_FHOPEN}). After this or {@link #close()} it does nothing.
   *
   * @throws MmioException as with {@link #close()}
   */
  public void detach() throws MmioException {
    close(MMIO_FHOPEN);
  }

  private synchronized void close(int flags) throws MmioException {
    handle.close(flags);
  }

  @Override
  public String toString() {
    return "MmioFile[" + handle + "]";
  }
}
