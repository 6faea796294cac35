package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EMPTYBUF;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Held;
import org.jspecify.annotations.Nullable;

/** The buffer of an open file, and its state, which is mostly the buffer's. */
abstract sealed class BufferedFile extends MmioChannel permits RiffFile {

  /** Whether the program knows that something in the buffer is to be written. */
  private boolean knowsDirty;

  BufferedFile(MmioFunctions functions, OpenHandle handle) {
    super(functions, handle);
  }

  /**
   * Writes out what is in the buffer ({@code mmioFlush}); nothing happens without one.
   *
   * @throws IOException if it cannot be written; it then stays in the buffer to be written, until
   *     that works, the file is closed, or {@link MmioFileInfo#withoutChanges()} gives it up
   */
  public synchronized void flush() throws IOException {
    handle.require(functions.mmioFlush(handle.begin(), 0), "write out", MmioError.CANNOT_WRITE);
  }

  /**
   * Writes out what is in the buffer and empties it ({@code mmioFlush} with {@code MMIO_EMPTYBUF}),
   * so that the next read asks the procedure again. Wine 8.0 loses the position by it; set it
   * afterwards.
   *
   * @throws IOException if it cannot be written
   */
  public synchronized void flushAndEmpty() throws IOException {
    handle.require(
        functions.mmioFlush(handle.begin(), MMIO_EMPTYBUF),
        "write out and empty the buffer of",
        MmioError.CANNOT_WRITE);
  }

  /**
   * Gives the file another buffer, or none ({@code mmioSetBuffer}). What is in the old one is
   * written first, and the position stays (in Wine 8.0 only if nothing has been read into it).
   *
   * @param bytes its size; 0 for none
   * @throws IOException if the old one cannot be written, or there is no memory for the new one;
   *     the file then keeps the old one
   * @throws IllegalArgumentException if it is negative
   */
  public synchronized void setBuffer(int bytes) throws IOException {
    if (bytes < 0) {
      throw new IllegalArgumentException("A buffer has 0 bytes or more, not " + bytes + ".");
    }
    setBuffer(bytes, null);
  }

  /**
   * Gives the file memory of the program's own as its buffer ({@code mmioSetBuffer}), as {@link
   * #setBuffer(int)} does. The file keeps it until it is closed or has another.
   *
   * @param memory a direct buffer; it is used from its position to its limit
   * @throws IOException if the old one cannot be written; the file then keeps it
   * @throws IllegalArgumentException if the memory is not direct, or read-only
   */
  public synchronized void setBuffer(ByteBuffer memory) throws IOException {
    ByteBuffer own = TransferMemory.own(memory);
    if (own.hasRemaining()) {
      setBuffer(own.capacity(), own);
    } else {
      setBuffer(0); // Winmm reads and writes behind memory of 0 bytes (Wine 8.0).
    }
  }

  private void setBuffer(int bytes, @Nullable ByteBuffer own) throws IOException {
    long number = handle.begin();
    int error = (int) Held.call(own, address -> functions.mmioSetBuffer(number, address, bytes, 0));
    handle.require(error, "change the buffer of", MmioError.SYSTEM_OUT_OF_MEMORY);
    handle.keep(own);
  }

  /**
   * The file's state ({@code mmioGetInfo}).
   *
   * @return what it is now
   * @throws IOException if the manager refuses
   */
  public synchronized MmioFileInfo info() throws IOException {
    return given(known());
  }

  private MmioFileInfo given(MmioInfo state) {
    MmioFileInfo info = MmioFileInfo.of(state);
    knowsDirty = info.isDirty();
    return info;
  }

  private MmioInfo known() throws IOException {
    MmioInfo info = MmioInfo.allocate();
    handle.require(
        functions.mmioGetInfo(handle.begin(), info), "ask about", MmioError.INVALID_HANDLE);
    return info;
  }

  /**
   * Changes the file's state ({@code mmioSetInfo}), which ends direct access to the buffer. What is
   * as {@link #info()} gave it changes nothing: bytes count as put into the buffer only from there
   * to a {@code next} behind it.
   *
   * @param info what {@link #info()} or {@link #advance} gave, with changes
   * @throws IOException with {@link MmioError#INVALID_PARAMETER} if it names a place outside the
   *     buffer or, in the embedded manager, the buffer has moved in the file since; with {@link
   *     MmioError#CANNOT_WRITE} if there is a gap before what was put into the buffer, and what is
   *     before that cannot be written out
   */
  public synchronized void setInfo(MmioFileInfo info) throws IOException {
    MmioInfo told = known();
    MmioFileInfo now = MmioFileInfo.of(told);
    boolean cannotGiveUp = !knowsDirty && now.isDirty() && now.next() == info.next();
    (cannotGiveUp ? info.withWritten(info.next()) : info).applyTo(told);
    handle.require(
        functions.mmioSetInfo(handle.begin(), told),
        "change the state of",
        MmioError.INVALID_PARAMETER);
  }

  /**
   * Passes the buffer on ({@code mmioAdvance}): it is written out if it is dirty and, to read,
   * filled with what follows in the file. At the file's end {@code next} is then {@code endRead}.
   *
   * @param info what {@link #info()} or an earlier call gave, with changes
   * @param direction {@link MmioFlag#READ} or {@link MmioFlag#WRITE}
   * @return the state after it
   * @throws IOException with {@link MmioError#UNBUFFERED} if there is no buffer, with {@link
   *     MmioError#INVALID_PARAMETER} if the state names a place outside it, with {@link
   *     MmioError#CANNOT_EXPAND} if a file in memory is full, or if it cannot be read or written
   * @throws IllegalArgumentException if it is another flag
   */
  public synchronized MmioFileInfo advance(MmioFileInfo info, MmioFlag direction)
      throws IOException {
    if (direction != MmioFlag.READ && direction != MmioFlag.WRITE) {
      throw new IllegalArgumentException(
          "A buffer is passed on to READ or to WRITE, not to " + direction + ".");
    }
    MmioInfo told = known();
    info.applyTo(told);
    handle.require(
        functions.mmioAdvance(handle.begin(), told, direction.number()),
        "advance in",
        direction == MmioFlag.READ ? MmioError.CANNOT_READ : MmioError.CANNOT_WRITE);
    return given(told);
  }

  /**
   * A word that the procedure keeps or hands back ({@code mmioGetInfo}, {@code adwInfo}).
   *
   * @param index 0 to 2
   * @return the word
   * @throws IOException if the manager refuses
   * @throws IndexOutOfBoundsException if there is no such word
   */
  public synchronized int word(int index) throws IOException {
    return MmioFileInfo.of(known()).words().get(index);
  }
}
