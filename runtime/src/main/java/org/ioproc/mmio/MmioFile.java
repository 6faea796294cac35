package org.ioproc.mmio;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Objects;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.glue.Installation;
import org.ioproc.internal.transport.MmioInfo;
import org.ioproc.internal.winmm.MmckInfo;
import org.ioproc.internal.winmm.MmioFunctions;
import org.jspecify.annotations.Nullable;

/**
 * A file that is open through a manager. Positions and sizes are in bytes and end at 2^31-1.
 *
 * <p>A method that fails throws an {@link MmioException} with the manager's code and, if the
 * procedure is written in Java, its text and cause; after {@link #close()} every method but that
 * and {@link #isOpen()} throws {@link ClosedChannelException}.
 *
 * <p>Threads: the methods may be called on any thread, and wait for each other.
 */
public final class MmioFile implements SeekableByteChannel {

  private final MmioFunctions functions;
  private final long handle;
  private final String name;
  private final TransferMemory memory = new TransferMemory();
  private volatile boolean closed;

  MmioFile(MmioFunctions functions, long handle, String name) {
    this.functions = functions;
    this.handle = handle;
    this.name = name;
  }

  /**
   * Reads ({@code mmioRead}). Fewer bytes than there is room for mean the end of the file.
   *
   * @param target receives the bytes; if it is direct it is filled where it is
   * @return the count read, -1 if the file has ended
   * @throws IOException if it cannot be read
   */
  @Override
  public synchronized int read(ByteBuffer target) throws IOException {
    if (target.isReadOnly()) {
      throw new ReadOnlyBufferException();
    }
    begin();
    int wanted = target.remaining();
    int read = target.isDirect() ? readInto(target) : readThroughCopy(target);
    return read == 0 && wanted > 0 ? -1 : read;
  }

  private int readThroughCopy(ByteBuffer target) throws MmioException {
    int before = target.position();
    boolean full = true;
    while (full && target.hasRemaining()) {
      ByteBuffer copy = memory.copy(target.remaining());
      readInto(copy);
      full = !copy.hasRemaining();
      target.put(copy.flip());
    }
    return target.position() - before;
  }

  private int readInto(ByteBuffer direct) throws MmioException {
    int read;
    try {
      read = functions.mmioRead(handle, memory.address(direct), direct.remaining());
    } finally {
      Reference.reachabilityFence(direct);
    }
    if (read < 0 || read > direct.remaining()) {
      throw failure("read", MmioError.CANNOT_READ);
    }
    direct.position(direct.position() + read);
    return read;
  }

  /**
   * Writes ({@code mmioWrite}), all or else it throws.
   *
   * @param source the bytes; if it is direct they are taken from where they are
   * @return their count
   * @throws IOException if not all can be written; the buffer's position is then after those that
   *     were
   */
  @Override
  public synchronized int write(ByteBuffer source) throws IOException {
    begin();
    int count = source.remaining();
    if (source.isDirect()) {
      writeFrom(source, source);
    }
    while (source.hasRemaining()) {
      ByteBuffer copy = memory.copy(source.remaining());
      int start = source.position();
      copy.put(0, source, start, copy.limit());
      writeFrom(copy, source);
    }
    return count;
  }

  private void writeFrom(ByteBuffer direct, ByteBuffer source) throws MmioException {
    int count = direct.remaining();
    int written;
    try {
      written = functions.mmioWrite(handle, memory.address(direct), count);
    } finally {
      Reference.reachabilityFence(direct);
    }
    if (written > 0 && written <= count) {
      source.position(source.position() + written);
    }
    if (written != count) {
      throw failure(
          "write " + count + " bytes, " + Math.max(written, 0) + " went,", MmioError.CANNOT_WRITE);
    }
  }

  @Override
  public synchronized long position() throws IOException {
    return seek(0, Origin.CURRENT);
  }

  @Override
  public synchronized MmioFile position(long position) throws IOException {
    if (position < 0) {
      throw new IllegalArgumentException("A position is 0 or more, not " + position + ".");
    }
    seek(position, Origin.START);
    return this;
  }

  /**
   * Sets the position ({@code mmioSeek}).
   *
   * @param offset how far from the origin
   * @param origin where it counts from
   * @return the new position, from the file's start
   * @throws IOException if there is no such position
   */
  public synchronized long seek(long offset, Origin origin) throws IOException {
    begin();
    int position =
        offset == (int) offset ? functions.mmioSeek(handle, (int) offset, origin.number()) : -1;
    if (position < 0) {
      throw failure("seek to offset " + offset + " from " + origin + " in", MmioError.CANNOT_SEEK);
    }
    return position;
  }

  /** The size, which is where seeking to the end leads. The position stays. */
  @Override
  public synchronized long size() throws IOException {
    long position = position();
    long size = seek(0, Origin.END);
    position(position);
    return size;
  }

  /**
   * mmio has no function that shortens a file.
   *
   * @param size a size that is not below the file's
   * @return this file, unchanged
   * @throws MmioException if it is below
   */
  @Override
  public synchronized MmioFile truncate(long size) throws IOException {
    if (size < 0) {
      throw new IllegalArgumentException("A size is 0 or more, not " + size + ".");
    }
    if (size < size()) {
      throw new MmioException(
          MmioError.CANNOT_WRITE,
          "cannot shorten " + name + ": mmio has no function for it; create the file anew.");
    }
    return this;
  }

  /**
   * Writes out what is in the buffer ({@code mmioFlush}); nothing happens without one.
   *
   * @throws IOException if it cannot be written
   */
  public synchronized void flush() throws IOException {
    begin();
    require(functions.mmioFlush(handle, 0), "write out", MmioError.CANNOT_WRITE);
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
    begin();
    MmioInfo info = MmioInfo.allocate();
    require(functions.mmioGetInfo(handle, info), "ask about", MmioError.INVALID_HANDLE);
    return info.info(index);
  }

  /**
   * Goes into the chunk at the position ({@code mmioDescend}).
   *
   * @return the chunk; the position is at its data, after the type of a RIFF or LIST chunk
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is none
   */
  public MmioChunk descend() throws IOException {
    return descend(new MmckInfo(), null, 0, "find a chunk in");
  }

  /**
   * Goes into the chunk at the position, if that is inside another chunk.
   *
   * @param parent the other chunk
   * @return the chunk; the position is at its data, after the type of a LIST chunk
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is none
   */
  public MmioChunk descend(MmioChunk parent) throws IOException {
    return descend(new MmckInfo(), parent, 0, "find a chunk in");
  }

  /**
   * Looks for a chunk from the position on, and goes into it ({@code MMIO_FINDCHUNK}).
   *
   * @param id its four-character code
   * @param parent the chunk it is in; null: the file
   * @return the chunk; the position is at its data
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is none
   */
  public MmioChunk findChunk(FourCc id, @Nullable MmioChunk parent) throws IOException {
    MmckInfo wanted = new MmckInfo();
    wanted.chunkId(id.value());
    return descend(wanted, parent, MmioFunctions.MMIO_FINDCHUNK, "find a chunk \"" + id + "\" in");
  }

  /**
   * Looks for a RIFF chunk from the position on, and goes into it ({@code MMIO_FINDRIFF}).
   *
   * @param form its form, for example {@code WAVE}
   * @return the chunk; the position is after its form
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is none
   */
  public MmioChunk findRiff(FourCc form) throws IOException {
    MmckInfo wanted = new MmckInfo();
    wanted.type(form.value());
    return descend(
        wanted, null, MmioFunctions.MMIO_FINDRIFF, "find a RIFF chunk of form \"" + form + "\" in");
  }

  /**
   * Looks for a LIST chunk from the position on, and goes into it ({@code MMIO_FINDLIST}).
   *
   * @param type its list type
   * @param parent the chunk it is in; null: the file
   * @return the chunk; the position is after its type
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is none
   */
  public MmioChunk findList(FourCc type, @Nullable MmioChunk parent) throws IOException {
    MmckInfo wanted = new MmckInfo();
    wanted.type(type.value());
    return descend(
        wanted,
        parent,
        MmioFunctions.MMIO_FINDLIST,
        "find a LIST chunk of type \"" + type + "\" in");
  }

  private synchronized MmioChunk descend(
      MmckInfo chunk, @Nullable MmioChunk parent, int flags, String what) throws IOException {
    begin();
    MmckInfo inside = parent == null ? null : parent.toInfo();
    require(functions.mmioDescend(handle, chunk, inside, flags), what, MmioError.CHUNK_NOT_FOUND);
    return MmioChunk.of(chunk);
  }

  /**
   * Goes to the end of a chunk, padding included ({@code mmioAscend}).
   *
   * @param chunk the chunk
   * @throws IOException if there is no such position
   */
  public synchronized void ascend(MmioChunk chunk) throws IOException {
    begin();
    require(
        functions.mmioAscend(handle, chunk.toInfo(), 0),
        "leave chunk \"" + chunk.id() + "\" of",
        MmioError.CANNOT_SEEK);
  }

  /**
   * Begins a chunk at the position ({@code mmioCreateChunk}). Closing it writes its true size, and
   * the pad byte of an odd one:
   *
   * <pre>{@code
   * try (NewChunk riff = file.createRiff(FourCc.of("WAVE"));
   *     NewChunk data = file.createChunk(FourCc.of("data"))) {
   *   file.write(samples);
   * }
   * }</pre>
   *
   * @param id its four-character code
   * @return the chunk; the position is at its data
   * @throws IOException if its header cannot be written
   */
  public NewChunk createChunk(FourCc id) throws IOException {
    MmckInfo chunk = new MmckInfo();
    chunk.chunkId(id.value());
    return create(chunk, 0, id);
  }

  /**
   * Begins a RIFF chunk at the position ({@code mmioCreateChunk} with {@code MMIO_CREATERIFF}).
   *
   * @param form its form, for example {@code WAVE}
   * @return the chunk; the position is after its form
   * @throws IOException if its header cannot be written
   */
  public NewChunk createRiff(FourCc form) throws IOException {
    MmckInfo chunk = new MmckInfo();
    chunk.type(form.value());
    return create(chunk, MmioFunctions.MMIO_CREATERIFF, form);
  }

  /**
   * Begins a LIST chunk at the position ({@code mmioCreateChunk} with {@code MMIO_CREATELIST}).
   *
   * @param type its list type
   * @return the chunk; the position is after its type
   * @throws IOException if its header cannot be written
   */
  public NewChunk createList(FourCc type) throws IOException {
    MmckInfo chunk = new MmckInfo();
    chunk.type(type.value());
    return create(chunk, MmioFunctions.MMIO_CREATELIST, type);
  }

  private synchronized NewChunk create(MmckInfo chunk, int flags, FourCc shown) throws IOException {
    begin();
    require(
        functions.mmioCreateChunk(handle, chunk, flags),
        "make chunk \"" + shown + "\" in",
        MmioError.CANNOT_WRITE);
    return new NewChunk(this, chunk);
  }

  synchronized void complete(MmckInfo chunk) throws IOException {
    begin();
    require(
        functions.mmioAscend(handle, chunk, 0),
        "complete chunk \"" + new FourCc(chunk.chunkId()) + "\" of",
        MmioError.CANNOT_WRITE);
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
    begin();
    require(
        functions.mmioSetBuffer(handle, 0, bytes, 0), "change the buffer of", MmioError.NO_MEMORY);
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
    begin();
    return functions.mmioSendMessage(handle, message, lParam1, lParam2);
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  /**
   * Closes the file ({@code mmioClose}). A second call does nothing.
   *
   * @throws MmioException if what is in the buffer cannot be written, or the procedure fails; the
   *     file is closed all the same
   */
  @Override
  public synchronized void close() throws MmioException {
    if (closed) {
      return;
    }
    closed = true;
    Failure.forget();
    int error = functions.mmioClose(handle, 0);
    try {
      if (error != 0) {
        throw Failure.of("cannot close " + name, error, MmioError.CANNOT_CLOSE);
      }
    } finally {
      Installation.removeLeaving();
    }
  }

  private void begin() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
    Failure.forget();
  }

  private void require(int error, String what, MmioError unknown) throws MmioException {
    if (error != 0) {
      throw Failure.of("cannot " + what + " " + name, error, unknown);
    }
  }

  private MmioException failure(String what, MmioError error) {
    return Failure.of("cannot " + what + " " + name, error);
  }

  @Override
  public String toString() {
    return "MmioFile[" + name + (closed ? ", closed]" : "]");
  }
}
