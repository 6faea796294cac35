package org.ioproc.internal.embedded;

import java.nio.ByteBuffer;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * Carries out a program's requests for an open file. There are three kinds: {@link Unbuffered},
 * which sends a message for each request, {@link Buffer}, and {@link MemoryFile}, which sends none.
 *
 * <p>A method that does not document its result returns 0 or an error code.
 */
interface Access {

  /** Returns the number of bytes read: 0 at the end, -1 on failure. */
  int read(long address, int count);

  /**
   * Reads into a heap buffer, as {@link MmioFunctions#mmioRead(long, ByteBuffer, int)} describes.
   */
  default int read(ByteBuffer target, int count) {
    return MmioFunctions.NEEDS_ADDRESS;
  }

  /** Returns the number of bytes written, or -1 on failure. */
  int write(long address, int count);

  /** Returns the new position, or -1 on failure. */
  int seek(int offset, int origin);

  /** Writes the buffer out. */
  int flush(int flags);

  /**
   * Applies the program's changes in the buffer, and then carries out {@code mmioAdvance}.
   *
   * @param passed the structure that the program passed, or the file's own if it passed none
   */
  int advance(MmioInfo passed, boolean writes);

  /** Applies a structure passed to {@code mmioSetInfo}. Its pointers lead into the buffer. */
  int apply(MmioInfo passed);

  /** Remembers that the program has received a copy of the current MMIOINFO. */
  void rememberShown();

  /** Returns the position where the next read or write begins. */
  int position();

  /** Updates {@code MMIOINFO}. */
  void publish();
}
