package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EMPTYBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.StandardOpenOption;
import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Held;
import org.jspecify.annotations.Nullable;

/**
 * The buffer between an open file and its procedure. {@link MmioFile#buffer()} returns this object
 * even for a file that was opened without {@link org.ioproc.MmioOption#BUFFERED} and has no buffer
 * yet.
 *
 * <p>Most programs need only {@link #flush()}. {@link BufferState} shows how a program uses the
 * buffer's memory directly. Sizes are in bytes.
 *
 * <p>Threads: as for {@link MmioFile}.
 *
 * <p>Source: Microsoft, "Buffered File I/O", "mmioSetBuffer function", "mmioFlush function" and
 * "mmioAdvance function".
 */
public final class MmioBuffer {

  private final MmioFunctions functions;
  private final OpenHandle handle;

  /** Whether the program has seen a dirty state, and so may want to discard the changes. */
  private boolean dirtySeen;

  MmioBuffer(MmioFunctions functions, OpenHandle handle) {
    this.functions = functions;
    this.handle = handle;
  }

  /**
   * Writes out the changed bytes in the buffer ({@code mmioFlush}). Does nothing if there is no
   * buffer.
   *
   * @throws IOException if they cannot be written. They stay in the buffer until writing succeeds,
   *     the file is closed, or {@link BufferState#withoutChanges()} discards them
   */
  public void flush() throws IOException {
    flush(0, "write out");
  }

  /**
   * Writes out the changed bytes in the buffer and empties it ({@code mmioFlush} with {@code
   * MMIO_EMPTYBUF}), so that the next read calls the procedure.
   *
   * @throws IOException if the bytes cannot be written
   */
  public void flushAndEmpty() throws IOException {
    flush(MMIO_EMPTYBUF, "write out and empty the buffer of");
  }

  private void flush(int flags, String task) throws IOException {
    synchronized (handle) {
      handle.require(functions.mmioFlush(handle.begin(), flags), task, MmioError.CANNOT_WRITE);
    }
  }

  /**
   * Gives the file a buffer of another size, or none ({@code mmioSetBuffer}). Writes out the old
   * buffer first, and keeps the position.
   *
   * @param bytes the size; 0 for no buffer
   * @throws IOException if the old buffer cannot be written out, there is not enough memory for the
   *     new one, or the file is in memory; the file then keeps the old buffer
   * @throws IllegalArgumentException if the size is negative
   */
  public void setBuffer(int bytes) throws IOException {
    if (bytes < 0) {
      throw new IllegalArgumentException("A buffer must have 0 bytes or more, not " + bytes + ".");
    }
    setBuffer(bytes, null);
  }

  /**
   * Gives the file the program's memory as its buffer ({@code mmioSetBuffer}), like {@link
   * #setBuffer(int)}. The file keeps the memory until it is closed or gets another buffer.
   *
   * @param memory a direct buffer, used from its position to its limit; with 0 bytes the file has
   *     no buffer
   * @throws IOException if the old buffer cannot be written out, or the file is in memory; the file
   *     then keeps the old buffer
   * @throws IllegalArgumentException if the memory is not direct, or is read-only
   */
  public void setBuffer(ByteBuffer memory) throws IOException {
    ByteBuffer own = TransferMemory.checked(memory);
    if (own.hasRemaining()) {
      setBuffer(own.capacity(), own);
    } else {
      setBuffer(0); // winmm reads and writes past memory of 0 bytes (Wine 8.0).
    }
  }

  private void setBuffer(int bytes, @Nullable ByteBuffer own) throws IOException {
    synchronized (handle) {
      long number = handle.begin();
      int error =
          (int) Held.call(own, address -> functions.mmioSetBuffer(number, address, bytes, 0));
      handle.require(error, "change the buffer of", MmioError.SYSTEM_OUT_OF_MEMORY);
      handle.keep(own);
    }
  }

  /**
   * Returns the buffer's state ({@code mmioGetInfo}).
   *
   * @return a snapshot
   * @throws IOException if the manager refuses
   */
  public BufferState state() throws IOException {
    synchronized (handle) {
      return seen(info());
    }
  }

  private BufferState seen(MmioInfo info) {
    BufferState state = BufferState.of(info);
    dirtySeen = state.isDirty();
    return state;
  }

  private MmioInfo info() throws IOException {
    MmioInfo info = MmioInfo.allocate();
    handle.require(
        functions.mmioGetInfo(handle.begin(), info), "ask about", MmioError.INVALID_HANDLE);
    return info;
  }

  /**
   * Changes the buffer's state ({@code mmioSetInfo}), which ends direct access to its memory. A
   * state that {@link #state()} has just returned changes nothing. A program that has written to
   * the memory must pass {@link BufferState#withWritten}: the bytes between the old {@code next}
   * and the new one then count as written.
   *
   * @param state what {@link #state()} or {@link #advance} returned, with changes
   * @throws IOException with {@link MmioError#INVALID_PARAMETER} if a field points outside the
   *     buffer, or the buffer now contains another part of the file; with {@link
   *     MmioError#CANNOT_WRITE} if there is a gap before the written bytes, and the bytes before it
   *     cannot be written out
   */
  public void setState(BufferState state) throws IOException {
    synchronized (handle) {
      MmioInfo info = info();
      BufferState now = BufferState.of(info);
      boolean cannotDiscard = !dirtySeen && now.isDirty() && now.next() == state.next();
      (cannotDiscard ? state.withWritten(state.next()) : state).applyTo(info);
      handle.require(
          functions.mmioSetInfo(handle.begin(), info),
          "change the state of",
          MmioError.INVALID_PARAMETER);
    }
  }

  /**
   * Moves the buffer on to the next part of the file ({@code mmioAdvance}). Writes out a dirty
   * buffer and, to read, then fills the buffer. At the end of the file, {@code next} of the
   * returned state equals its {@code endRead}.
   *
   * @param state what {@link #state()} or an earlier call returned, with changes
   * @param direction {@link StandardOpenOption#READ} or {@link StandardOpenOption#WRITE}
   * @return the state afterwards
   * @throws IOException with {@link MmioError#UNBUFFERED} if the file has no buffer, with {@link
   *     MmioError#INVALID_PARAMETER} if {@code next} points outside it, or if there are bytes to
   *     write but the buffer now contains another part of the file; with {@link
   *     MmioError#CANNOT_EXPAND} if a file in memory is full; or if reading or writing fails
   * @throws IllegalArgumentException if the direction is another option
   */
  public BufferState advance(BufferState state, StandardOpenOption direction) throws IOException {
    boolean reads = direction == StandardOpenOption.READ;
    if (!reads && direction != StandardOpenOption.WRITE) {
      throw new IllegalArgumentException(
          "A buffer must advance to READ or to WRITE, not to " + direction + ".");
    }
    synchronized (handle) {
      MmioInfo info = info();
      state.applyTo(info);
      handle.require(
          functions.mmioAdvance(handle.begin(), info, reads ? 0 : MMIO_WRITE),
          "advance in",
          reads ? MmioError.CANNOT_READ : MmioError.CANNOT_WRITE);
      return seen(info);
    }
  }

  /**
   * See {@link MmioFile#word}. Leaves {@code dirtySeen}, since the program does not see the state.
   */
  int word(int index) throws IOException {
    synchronized (handle) {
      return info().info(index);
    }
  }
}
