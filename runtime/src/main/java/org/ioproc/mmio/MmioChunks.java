package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATELIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATERIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDCHUNK;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDLIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDRIFF;

import java.io.IOException;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a RIFF file, such as a WAV or AVI file, for finding and creating them. {@link
 * MmioFile#chunks()} returns this object. Every method starts at the file's position, and moves it
 * to the data of the chunk that it returns. {@link MmioChunk#close()} then moves it to the end of
 * that chunk:
 *
 * <pre>{@code
 * try (MmioFile file = Mmio.system().open("music.zip+track.wav", MmioOption.BUFFERED)) {
 *   MmioChunks chunks = file.chunks();
 *   MmioChunk wave = chunks.findRiff(FourCc.of("WAVE"));
 *   ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
 *   try (MmioChunk format = chunks.findChunk(FourCc.of("fmt "), wave)) {
 *     System.out.println(format.size() + " bytes, of which " + file.read(header) + " were read");
 *   }
 *   MmioChunk data = chunks.findChunk(FourCc.of("data"), wave);
 *   System.out.println(data.size() + " bytes of sound from position " + data.dataOffset());
 * }
 * }</pre>
 *
 * <p>A search fails with {@link MmioError#CHUNK_NOT_FOUND} at the end of the parent or of the file.
 * A wrong size in the file can make a search fail early. {@link MmioChunk} shows how to write
 * chunks.
 *
 * <p>Threads: as for {@link MmioFile}.
 *
 * <p>Source: Microsoft, "mmioDescend function", "mmioCreateChunk function" and "Resource
 * Interchange File Format Services".
 */
public final class MmioChunks {

  private static final long LARGEST = 0xFFFFFFFFL;

  private final MmioFunctions functions;
  private final OpenHandle handle;

  MmioChunks(MmioFunctions functions, OpenHandle handle) {
    this.functions = functions;
    this.handle = handle;
  }

  /**
   * Enters the chunk at the position ({@code mmioDescend}).
   *
   * @return the chunk; the position is at its data, after the type of a RIFF or LIST chunk
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if the file ends first; the position
   *     stays
   */
  public MmioChunk descend() throws IOException {
    return descend(new MmckInfo(), null, 0, "find a chunk in");
  }

  /**
   * Enters the chunk at the position if that is inside another chunk ({@code mmioDescend}).
   *
   * @param parent the other chunk
   * @return the chunk; the position is at its data, after the type of a LIST chunk
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if the parent or the file ends first
   * @throws IllegalArgumentException if the parent is a chunk of another file
   */
  public MmioChunk descend(MmioChunk parent) throws IOException {
    return descend(new MmckInfo(), parent.parentOf(handle), 0, "find a chunk in");
  }

  /**
   * Finds the next chunk with an id, and enters it ({@code mmioDescend} with {@code
   * MMIO_FINDCHUNK}).
   *
   * @param id its four-character code
   * @param parent the chunk to search; null searches the file
   * @return the chunk; the position is at its data
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is no such chunk
   * @throws IllegalArgumentException if the parent is a chunk of another file
   */
  public MmioChunk findChunk(FourCc id, @Nullable MmioChunk parent) throws IOException {
    MmckInfo wanted = new MmckInfo();
    wanted.chunkId(id.value());
    return descend(wanted, parent(parent), MMIO_FINDCHUNK, "find a chunk \"" + id + "\" in");
  }

  /**
   * Finds the next RIFF chunk, and enters it ({@code mmioDescend} with {@code MMIO_FINDRIFF}).
   *
   * @param form its form, such as {@code WAVE}; null means any
   * @return the chunk; the position is after its form
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is no such chunk
   */
  public MmioChunk findRiff(@Nullable FourCc form) throws IOException {
    return findType(form, null, MMIO_FINDRIFF, "find a RIFF chunk of form");
  }

  /**
   * Finds the next LIST chunk, and enters it ({@code mmioDescend} with {@code MMIO_FINDLIST}).
   *
   * @param type its type, such as {@code INFO}; null means any
   * @param parent the chunk to search; null searches the file
   * @return the chunk; the position is after its type
   * @throws IOException with {@link MmioError#CHUNK_NOT_FOUND} if there is no such chunk
   * @throws IllegalArgumentException if the parent is a chunk of another file
   */
  public MmioChunk findList(@Nullable FourCc type, @Nullable MmioChunk parent) throws IOException {
    return findType(type, parent(parent), MMIO_FINDLIST, "find a LIST chunk of type");
  }

  private MmioChunk findType(
      @Nullable FourCc type, @Nullable MmckInfo parent, int flags, String task) throws IOException {
    MmckInfo wanted = new MmckInfo();
    wanted.type(type == null ? 0 : type.value());
    String shown = type == null ? " any" : " \"" + type + '"';
    return descend(wanted, parent, flags, task + shown + " in");
  }

  private @Nullable MmckInfo parent(@Nullable MmioChunk parent) {
    return parent == null ? null : parent.parentOf(handle);
  }

  private MmioChunk descend(MmckInfo chunk, @Nullable MmckInfo parent, int flags, String task)
      throws IOException {
    synchronized (handle) {
      handle.require(
          functions.mmioDescend(handle.begin(), chunk, parent, flags),
          task,
          MmioError.CHUNK_NOT_FOUND);
    }
    return new MmioChunk(functions, handle, chunk);
  }

  /**
   * Creates a chunk at the position ({@code mmioCreateChunk}).
   *
   * @param id its four-character code
   * @return the chunk, which must be closed; the position is at its data
   * @throws IOException if its header cannot be written
   */
  public MmioChunk createChunk(FourCc id) throws IOException {
    return createChunk(id, 0);
  }

  /**
   * Creates a chunk whose size the program knows ({@code mmioCreateChunk}). If the size is correct,
   * closing the chunk does not seek back to its header.
   *
   * @param id its four-character code
   * @param size the size of its data: 0 to 2^32-1 bytes
   * @return the chunk, which must be closed; the position is at its data
   * @throws IOException if its header cannot be written
   * @throws IllegalArgumentException if the size is out of range
   */
  public MmioChunk createChunk(FourCc id, long size) throws IOException {
    if (size < 0 || size > LARGEST) {
      throw new IllegalArgumentException(
          "A chunk must have 0 to 4294967295 bytes, not " + size + ".");
    }
    MmckInfo chunk = new MmckInfo();
    chunk.chunkId(id.value());
    chunk.size((int) size);
    return create(chunk, 0, id);
  }

  /**
   * Creates a RIFF chunk at the position ({@code mmioCreateChunk} with {@code MMIO_CREATERIFF}).
   *
   * @param form its form, such as {@code WAVE}
   * @return the chunk, which must be closed; the position is after its form
   * @throws IOException if its header cannot be written
   */
  public MmioChunk createRiff(FourCc form) throws IOException {
    return createList(form, MMIO_CREATERIFF);
  }

  /**
   * Creates a LIST chunk at the position ({@code mmioCreateChunk} with {@code MMIO_CREATELIST}).
   *
   * @param type its type, such as {@code INFO}
   * @return the chunk, which must be closed; the position is after its type
   * @throws IOException if its header cannot be written
   */
  public MmioChunk createList(FourCc type) throws IOException {
    return createList(type, MMIO_CREATELIST);
  }

  private MmioChunk createList(FourCc type, int flags) throws IOException {
    MmckInfo chunk = new MmckInfo();
    chunk.type(type.value());
    return create(chunk, flags, type);
  }

  private MmioChunk create(MmckInfo chunk, int flags, FourCc shown) throws IOException {
    synchronized (handle) {
      handle.require(
          functions.mmioCreateChunk(handle.begin(), chunk, flags),
          "create chunk \"" + shown + "\" in",
          MmioError.CANNOT_WRITE);
    }
    return new MmioChunk(functions, handle, chunk);
  }
}
