package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATELIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATERIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDCHUNK;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDLIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDRIFF;

import java.io.IOException;
import java.util.Objects;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.jspecify.annotations.Nullable;

/** The chunks of an open file: finding them and making them. */
abstract sealed class RiffFile extends BufferedFile permits MmioFile {

  private static final long LARGEST = 0xFFFFFFFFL;

  RiffFile(MmioFunctions functions, OpenHandle handle) {
    super(functions, handle);
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
   * Goes into the chunk at the position, if that is inside another chunk ({@code mmioDescend}).
   *
   * @param parent the other chunk
   * @return the chunk; the position is at its data, after the type of a LIST chunk
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is none
   */
  public MmioChunk descend(MmioChunk parent) throws IOException {
    return descend(new MmckInfo(), Objects.requireNonNull(parent), 0, "find a chunk in");
  }

  /**
   * Looks for a chunk from the position on, and goes into it ({@code mmioDescend} with {@code
   * MMIO_FINDCHUNK}).
   *
   * @param id its four-character code
   * @param parent the chunk it is in; null: the file
   * @return the chunk; the position is at its data
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is none
   */
  public MmioChunk findChunk(FourCc id, @Nullable MmioChunk parent) throws IOException {
    MmckInfo wanted = new MmckInfo();
    wanted.chunkId(id.value());
    return descend(wanted, parent, MMIO_FINDCHUNK, "find a chunk \"" + id + "\" in");
  }

  /**
   * Looks for a RIFF chunk from the position on, and goes into it ({@code mmioDescend} with {@code
   * MMIO_FINDRIFF}).
   *
   * @param form its form, for example {@code WAVE}; null: any
   * @return the chunk; the position is after its form
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is none
   */
  public MmioChunk findRiff(@Nullable FourCc form) throws IOException {
    return findType(form, null, MMIO_FINDRIFF, "find a RIFF chunk of form");
  }

  /**
   * Looks for a LIST chunk from the position on, and goes into it ({@code mmioDescend} with {@code
   * MMIO_FINDLIST}).
   *
   * @param type its list type; null: any
   * @param parent the chunk it is in; null: the file
   * @return the chunk; the position is after its type
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is none
   */
  public MmioChunk findList(@Nullable FourCc type, @Nullable MmioChunk parent) throws IOException {
    return findType(type, parent, MMIO_FINDLIST, "find a LIST chunk of type");
  }

  private MmioChunk findType(
      @Nullable FourCc type, @Nullable MmioChunk parent, int flags, String what)
      throws IOException {
    MmckInfo wanted = new MmckInfo();
    wanted.type(type == null ? 0 : type.value());
    String shown = type == null ? " any" : " \"" + type + '"';
    return descend(wanted, parent, flags, what + shown + " in");
  }

  private synchronized MmioChunk descend(
      MmckInfo chunk, @Nullable MmioChunk parent, int flags, String what) throws IOException {
    MmckInfo inside = parent == null ? null : parent.toInfo();
    handle.require(
        functions.mmioDescend(handle.begin(), chunk, inside, flags),
        what,
        MmioError.CHUNK_NOT_FOUND);
    return MmioChunk.of(chunk);
  }

  /**
   * Goes to the end of a chunk, padding included ({@code mmioAscend}).
   *
   * @param chunk the chunk
   * @throws IOException if there is no such position
   */
  public synchronized void ascend(MmioChunk chunk) throws IOException {
    handle.require(
        functions.mmioAscend(handle.begin(), chunk.toInfo(), 0),
        "leave chunk \""
            + chunk.id()
            + "\", which begins at "
            + chunk.dataOffset()
            + " and has "
            + chunk.size()
            + " bytes, in",
        MmioError.CANNOT_SEEK);
  }

  /**
   * Lets {@code try} leave a chunk, however its block ends ({@code mmioAscend}). The result can be
   * told that the chunk's size has changed.
   *
   * @param chunk what was found
   * @return the chunk, which closing leaves
   */
  public EnteredChunk enter(MmioChunk chunk) {
    return new EnteredChunk(this, Objects.requireNonNull(chunk));
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
    return createChunk(id, 0);
  }

  /**
   * Begins a chunk whose size is known ({@code mmioCreateChunk}). If it proves right, closing the
   * chunk does not come back to its header.
   *
   * @param id its four-character code
   * @param size the bytes of its data: 0 to 2^32-1
   * @return the chunk; the position is at its data
   * @throws IOException if its header cannot be written
   * @throws IllegalArgumentException if no chunk has such a size
   */
  public NewChunk createChunk(FourCc id, long size) throws IOException {
    if (size < 0 || size > LARGEST) {
      throw new IllegalArgumentException("A chunk has 0 to 4294967295 bytes, not " + size + ".");
    }
    MmckInfo chunk = new MmckInfo();
    chunk.chunkId(id.value());
    chunk.size((int) size);
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
    return create(chunk, MMIO_CREATERIFF, form);
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
    return create(chunk, MMIO_CREATELIST, type);
  }

  private synchronized NewChunk create(MmckInfo chunk, int flags, FourCc shown) throws IOException {
    handle.require(
        functions.mmioCreateChunk(handle.begin(), chunk, flags),
        "make chunk \"" + shown + "\" in",
        MmioError.CANNOT_WRITE);
    return new NewChunk(this, chunk);
  }

  /** Writes the size of a chunk that was found and ends at the position. */
  MmioChunk complete(MmioChunk found) throws IOException {
    MmckInfo chunk = found.toInfo();
    chunk.flags(MMIO_DIRTY);
    complete(chunk);
    return MmioChunk.of(chunk);
  }

  synchronized void complete(MmckInfo chunk) throws IOException {
    handle.require(
        functions.mmioAscend(handle.begin(), chunk, 0),
        "complete chunk \"" + new FourCc(chunk.chunkId()) + "\" of",
        MmioError.CANNOT_WRITE);
  }
}
