package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;

import java.io.IOException;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of a RIFF file that a program has found or created with {@link MmioFile#chunks()}.
 * Closing a chunk leaves it ({@code mmioAscend}): the position moves to the end of the chunk. A
 * program need not close a chunk that it found unless it continues after the chunk.
 *
 * <p>Closing a chunk that was created takes the position as the end of its data. It writes the size
 * into the chunk's header, and a pad byte if the size is odd. The program must close the chunks
 * inside it first, and must return to the end if it has moved elsewhere:
 *
 * <pre>{@code
 * Mmio mmio = Mmio.system();
 * ByteBuffer samples = ByteBuffer.wrap(new byte[800]);
 * try (MmioFile file = mmio.open("new.wav", StandardOpenOption.CREATE, StandardOpenOption.WRITE);
 *     MmioChunk riff = file.chunks().createRiff(FourCc.of("WAVE"))) {
 *   // In a complete file the chunk "fmt " comes first.
 *   try (MmioChunk data = file.chunks().createChunk(FourCc.of("data"))) {
 *     file.write(samples);
 *   }
 * }
 * }</pre>
 *
 * <p>Closing a chunk that was found moves the position from anywhere in the file, and changes
 * nothing in the file unless the program has declared that the chunk's {@linkplain #sizeChanged()
 * size changed}. This appends a list to a sound:
 *
 * <pre>{@code
 * Mmio mmio = Mmio.system();
 * ByteBuffer artist = ByteBuffer.wrap("An artist\0".getBytes(StandardCharsets.US_ASCII));
 * try (MmioFile file = mmio.open("old.wav", StandardOpenOption.READ, StandardOpenOption.WRITE);
 *     MmioChunk riff = file.chunks().findRiff(FourCc.of("WAVE"))) {
 *   file.position(riff.end());
 *   try (MmioChunk info = file.chunks().createList(FourCc.of("INFO"));
 *       MmioChunk name = file.chunks().createChunk(FourCc.of("IART"))) {
 *     file.write(artist);
 *   }
 *   riff.sizeChanged();
 * }
 * }</pre>
 *
 * <p>Sizes are in bytes. Positions count from the file's start.
 *
 * <p>Threads: as for {@link MmioFile}.
 *
 * <p>Source: Microsoft, "MMCKINFO structure" and "mmioAscend function".
 */
public final class MmioChunk implements AutoCloseable {

  private static final FourCc RIFF = FourCc.of("RIFF");
  private static final FourCc LIST = FourCc.of("LIST");

  private final MmioFunctions functions;
  private final OpenHandle handle;
  private final MmckInfo info;
  private boolean closed;

  MmioChunk(MmioFunctions functions, OpenHandle handle, MmckInfo info) {
    this.functions = functions;
    this.handle = handle;
    this.info = info;
  }

  /** Returns the structure for a search in this chunk, which must belong to the searched file. */
  MmckInfo parentOf(OpenHandle searched) {
    if (handle != searched) {
      throw new IllegalArgumentException(
          "The parent must be a chunk of the file that is searched, "
              + searched
              + "; this is "
              + this
              + " of "
              + handle
              + ". Find the parent in the same MmioFile.");
    }
    return info;
  }

  /**
   * Returns the chunk's four-character code ({@code ckid}).
   *
   * @return {@code RIFF} or {@code LIST} for a chunk that has a {@link #type()}
   */
  public FourCc id() {
    return new FourCc(info.chunkId());
  }

  /**
   * Returns the size of the chunk's data from its header, without padding ({@code cksize}).
   *
   * @return 0 to 2^32-1 bytes. Until a created chunk is closed, its size is 0 or the size that the
   *     program announced. Until a {@linkplain #sizeChanged() changed} chunk is closed, its size is
   *     the old one
   */
  public long size() {
    synchronized (handle) {
      return Integer.toUnsignedLong(info.size());
    }
  }

  /**
   * Returns the form of a RIFF chunk or the type of a LIST chunk ({@code fccType}), which is the
   * first four bytes of its data.
   *
   * @return null for all other chunks
   */
  public @Nullable FourCc type() {
    return id().equals(RIFF) || id().equals(LIST) ? new FourCc(info.type()) : null;
  }

  /**
   * Returns the position at which the chunk's data begin ({@code dwDataOffset}).
   *
   * @return the position of the first byte of the data; a RIFF or LIST chunk has its type there
   */
  public long dataOffset() {
    return Integer.toUnsignedLong(info.dataOffset());
  }

  /**
   * Returns the position at which the chunk ends according to its {@link #size()}, after the pad
   * byte of an odd size. To append to a chunk that contains others, set the file's position to
   * this.
   *
   * @return the position after the chunk; it may be beyond the file's end if the header is wrong
   */
  public long end() {
    long size = size();
    return dataOffset() + size + (size & 1);
  }

  /**
   * Declares that the program has changed the length of the chunk ({@code MMIO_DIRTY}). Closing the
   * chunk then takes the position as the end of its data, and writes its size and pad byte. So the
   * program must close it at its new end, and must also call this method for the chunks around it.
   * Nothing moves the data after the chunk, so it should be the last chunk in its parent. Call this
   * method last: if something fails before, the chunk keeps its old size.
   *
   * @throws IllegalStateException if the chunk is closed, because nothing would write its new size
   */
  public void sizeChanged() {
    synchronized (handle) {
      if (closed) {
        throw new IllegalStateException(
            "A chunk must be open when its size changes; this one is closed: "
                + this
                + ". Find it again.");
      }
      info.flags(info.flags() | MMIO_DIRTY);
    }
  }

  /**
   * Leaves the chunk ({@code mmioAscend}), and writes its size if it was created or its size
   * {@linkplain #sizeChanged() changed}. Closing it again does nothing.
   *
   * @throws IOException if the position after the chunk cannot be reached, or the size cannot be
   *     written or would be negative. The chunk is then still open. After {@link
   *     MmioError#CANNOT_WRITE}, the position is where it was, and the program can call this method
   *     again. After {@link MmioError#CANNOT_SEEK}, the position may be elsewhere, and the program
   *     must first set it to the end of the chunk's data
   */
  @Override
  public void close() throws IOException {
    synchronized (handle) {
      if (!closed) {
        ascend();
        closed = true;
      }
    }
  }

  private void ascend() throws IOException {
    boolean dirty = (info.flags() & MMIO_DIRTY) != 0;
    if (dirty) {
      requirePositionInData();
    }
    String task = dirty ? "complete chunk " + quotedId() + " of" : "leave " + this + " in";
    handle.require(
        functions.mmioAscend(handle.begin(), info, 0),
        task,
        dirty ? MmioError.CANNOT_WRITE : MmioError.CANNOT_SEEK);
  }

  /** Protects the header: mmio would write a negative size for a position before the data. */
  private void requirePositionInData() throws IOException {
    int position = functions.mmioSeek(handle.begin(), 0, SEEK_CUR);
    if (position >= 0 && position < dataOffset()) {
      throw new MmioException(
          MmioError.CANNOT_SEEK,
          "cannot complete chunk "
              + quotedId()
              + " of "
              + handle
              + ": the position must be at the end of its data, which begin at "
              + dataOffset()
              + "; it is "
              + position
              + ". Set the position first.");
    }
  }

  private String quotedId() {
    return '"' + id().toString() + '"';
  }

  @Override
  public String toString() {
    FourCc type = type();
    return "chunk "
        + quotedId()
        + (type == null ? "" : " of type \"" + type + '"')
        + " with "
        + size()
        + " bytes at "
        + dataOffset();
  }
}
