package org.ioproc.mmio;

import java.io.IOException;
import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmckInfo;

/**
 * A chunk that is being written. {@link #close()} completes it; chunks inside it are closed before.
 *
 * <p>Threads: one at a time.
 */
public final class NewChunk implements AutoCloseable {

  private final RiffFile file;
  private final MmckInfo info;
  private boolean closed;

  NewChunk(RiffFile file, MmckInfo info) {
    this.file = file;
    this.info = info;
  }

  /**
   * Writes the chunk's true size and its pad byte, and goes behind it ({@code mmioAscend}). Once
   * that is done, another call does nothing.
   *
   * @throws IOException if they cannot be written; in the embedded manager the position is then
   *     where it was, and another call tries again. With {@link MmioError#CANNOT_SEEK} the position
   *     may be elsewhere: set it to the end of the chunk's data before
   */
  @Override
  public void close() throws IOException {
    if (!closed) {
      file.complete(info);
      closed = true;
    }
  }

  /**
   * The chunk as a search would find it now.
   *
   * @return its size is 0 until it is closed
   */
  public MmioChunk chunk() {
    return MmioChunk.of(info);
  }
}
