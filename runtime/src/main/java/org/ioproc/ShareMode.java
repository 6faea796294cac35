package org.ioproc;

import java.nio.file.OpenOption;

/**
 * What others may do with a file while a program has it open. A program names at most one when it
 * {@linkplain org.ioproc.mmio.Mmio#open(String, OpenOption...) opens} the file; the procedure finds
 * it in {@link OpenRequest#shareMode()}.
 *
 * <p>Source: Microsoft, "mmioOpen function".
 */
public enum ShareMode implements OpenOption {
  /** The program named no mode ({@code MMIO_COMPAT}): others may open the file the same way. */
  COMPATIBLE,
  /** Nobody else may open the file ({@code MMIO_EXCLUSIVE}). */
  EXCLUSIVE,
  /** Others may read the file, but not write it ({@code MMIO_DENYWRITE}). */
  DENY_WRITE,
  /** Others may write the file, but not read it ({@code MMIO_DENYREAD}). */
  DENY_READ,
  /** Others may read and write the file ({@code MMIO_DENYNONE}). */
  DENY_NONE
}
