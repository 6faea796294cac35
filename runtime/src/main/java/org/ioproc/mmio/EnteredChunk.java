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
 * <p>A program that has changed how long the chunk is says so before it leaves it, and at the
 * chunk's new end. This appends a list to a sound:
 *
 * <pre>{@code
 * try (EnteredChunk riff = file.enter(file.findRiff(FourCc.of("WAVE")))) {
 *   file.ascend(riff.chunk());
 *   try (NewChunk list = file.createList(FourCc.of("INFO"));
 *       NewChunk artist = file.createChunk(FourCc.of("IART"))) {
 *     file.write(name);
 *   }
 *   riff.sizeChanged();
 * }
 * }</pre>
 *
 * <p>Threads: one at a time.
 */
public final class EnteredChunk implements AutoCloseable {

  private final RiffFile file;
  private MmioChunk chunk;
  private boolean changed;
  private boolean closed;

  EnteredChunk(RiffFile file, MmioChunk chunk) {
    this.file = file;
    this.chunk = chunk;
  }

  /**
   * The chunk, for searches in it.
   *
   * @return what was entered; after {@link #sizeChanged()} and {@link #close()}, with its new size
   */
  public MmioChunk chunk() {
    return chunk;
  }

  /**
   * Marks the chunk as changed ({@code MMIO_DIRTY}): its data end where the position is when it is
   * closed. Chunks around it must be marked as well. What follows the chunk is not moved, so it
   * should be the last one in the chunk around it. After a failure, unmarked, the file keeps the
   * size that it had; so this is called last.
   */
  public void sizeChanged() {
    changed = true;
  }

  /**
   * Goes to the chunk's end, padding included ({@code mmioAscend}). If it is {@linkplain
   * #sizeChanged() marked}, the position is its end, and its size and pad byte are written. Once
   * that is done, another call does nothing.
   *
   * @throws IOException if there is no such position, or the size cannot be written
   */
  @Override
  public void close() throws IOException {
    if (!closed) {
      leave();
      closed = true;
    }
  }

  private void leave() throws IOException {
    if (changed) {
      chunk = file.complete(chunk);
    } else {
      file.ascend(chunk);
    }
  }
}
