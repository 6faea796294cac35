package org.ioproc.internal.embedded;

import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * Carries out a program's requests for an open file. There are three kinds: {@link Unbuffered},
 * where each request is a message, {@link Buffer}, and {@link MemoryFile}, which has no file behind
 * it.
 *
 * <p>Methods return 0 or an error code, unless they say that they return a count or a position.
 */
interface Access {

  /** Returns the number of bytes read: 0 at the end, -1 on failure. */
  int read(long address, int count);

  /** Returns the number of bytes written, or -1 on failure. */
  int write(long address, int count);

  /** Returns the new position, or -1 on failure. */
  int seek(int offset, int origin);

  int flush(int flags);

  /**
   * Carries out {@code mmioAdvance}, with valid flags. Before that it applies what the program has
   * changed in the buffer.
   *
   * @param passed what the program passed, or the file's own MMIOINFO if it passed nothing
   */
  int advance(MmioInfo passed, boolean writes);

  /** Applies what a program passed to {@code mmioSetInfo}; its pointers lead into the buffer. */
  int apply(MmioInfo passed);

  /** Remembers that the program has received a copy of MMIOINFO as it is now. */
  void rememberShown();

  /** Returns the position where the next read or write begins. */
  int position();

  /** Brings {@code MMIOINFO} up to date. */
  void publish();
}
