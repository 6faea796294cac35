package org.ioproc.internal.embedded;

import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * What a program's requests do to an open file. There are three ways: {@link Unbuffered}, where
 * each is a message, {@link Buffer}, and {@link MemoryFile}, which has no file behind it.
 *
 * <p>A method that returns {@code int} and is not said to return a count or a position returns 0 or
 * an error code.
 */
interface Access {

  /** The count read, 0 at the end, -1 on failure. */
  int read(long address, int count);

  /** The count written, -1 on failure. */
  int write(long address, int count);

  /** The new position, -1 on failure. */
  int seek(int offset, int origin);

  int flush(int flags);

  /** {@code mmioAdvance} with flags that are known to be good, after what the program has done. */
  int advance(MmioInfo told, boolean writes);

  /** Takes over what a program has changed, after its pointers were found to be in the buffer. */
  int told(MmioInfo told);

  /** The program has got a copy of MMIOINFO as it is now. */
  void shown();

  /** The position that reading and writing go on at. */
  int position();

  /** Brings {@code MMIOINFO} up to date. */
  void show();
}
