package org.ioproc;

import java.nio.file.OpenOption;

/**
 * An option for opening a file that only mmio has. {@link org.ioproc.mmio.Mmio#open(String,
 * OpenOption...)} accepts it together with {@link java.nio.file.StandardOpenOption} and {@link
 * ShareMode}.
 *
 * <p>Source: Microsoft, "mmioOpen function".
 */
public enum MmioOption implements OpenOption {
  /**
   * Puts a buffer between the program and the procedure ({@code MMIO_ALLOCBUF}). It has 8192 bytes
   * unless {@link org.ioproc.mmio.OpenParameters#buffer(int)} gives another size.
   */
  BUFFERED
}
