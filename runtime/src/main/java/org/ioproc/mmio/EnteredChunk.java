package org.ioproc.mmio;

import java.io.IOException;

/**
 * A chunk that a program is in. {@link #close()} goes behind it, wherever in the file the program
 * is by then:
 *
 * <pre>{@code
 * try (EnteredChunk list = file.enter(file.findList(FourCc.of("INFO"), wave))) {
 *   MmioChunk artist = file.findChunk(FourCc.of("IART"), list.chunk());
 * }
 * }</pre>
 *
 * <p>Threads: one at a time.
 */
public final class EnteredChunk implements AutoCloseable {

  private final RiffFile file;
  private final MmioChunk chunk;
  private boolean closed;

  EnteredChunk(RiffFile file, MmioChunk chunk) {
    this.file = file;
    this.chunk = chunk;
  }

  /**
   * The chunk, for searches in it.
   *
   * @return what was entered
   */
  public MmioChunk chunk() {
    return chunk;
  }

  /**
   * Goes to the chunk's end, padding included ({@code mmioAscend}). A second call does nothing.
   *
   * @throws IOException if there is no such position
   */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      file.ascend(chunk);
    }
  }
}
