package org.ioproc.mmio;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.transport.MmioInfo;
import org.ioproc.internal.winmm.MmioFunctions;

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
   * Writes out what is in the buffer ({@code mmioFlush}); nothing happens without one.
   *
   * @throws IOException if it cannot be written
   */
  public synchronized void flush() throws IOException {
    handle.require(functions.mmioFlush(handle.begin(), 0), "write out", MmioError.CANNOT_WRITE);
  }

  /**
   * A word that the procedure keeps or hands back ({@code mmioGetInfo}, {@code adwInfo}).
   *
   * @param index 0 to 2
   * @return the word
   * @throws IOException if the manager refuses
   */
  public synchronized int word(int index) throws IOException {
    Objects.checkIndex(index, 3);
    MmioInfo info = MmioInfo.allocate();
    handle.require(
        functions.mmioGetInfo(handle.begin(), info), "ask about", MmioError.INVALID_HANDLE);
    return info.info(index);
  }

  /**
   * Gives the file another buffer, or none ({@code mmioSetBuffer}). What is in the old one is
   * written first, and the position stays.
   *
   * @param bytes its size; 0 for none
   * @throws IOException if the old one cannot be written, or there is no memory for the new one
   * @throws IllegalArgumentException if it is negative
   */
  public synchronized void setBuffer(int bytes) throws IOException {
    if (bytes < 0) {
      throw new IllegalArgumentException("A buffer has 0 bytes or more, not " + bytes + ".");
    }
    handle.require(
        functions.mmioSetBuffer(handle.begin(), 0, bytes, 0),
        "change the buffer of",
        MmioError.NO_MEMORY);
  }

  /**
   * Sends the procedure a message ({@code mmioSendMessage}).
   *
   * @param message its number, from 0x8000
   * @param lParam1 what the procedure says
   * @param lParam2 what the procedure says
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
  public synchronized void close() throws MmioException {
    handle.close(0);
  }

  @Override
  public String toString() {
    return "MmioFile[" + handle + "]";
  }
}
