package org.ioproc;

import java.nio.file.OpenOption;

/**
 * An option of mmio's own for opening a file. {@link org.ioproc.mmio.Mmio#open(String,
 * OpenOption...)} takes it beside {@link java.nio.file.StandardOpenOption} and {@link ShareMode}.
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
