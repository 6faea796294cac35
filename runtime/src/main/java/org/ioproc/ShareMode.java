package org.ioproc;

import java.nio.file.OpenOption;

/**
 * The access to a file that a program grants to others while it has the file open. A program passes
 * at most one share mode when it {@linkplain org.ioproc.mmio.Mmio#open(String, OpenOption...)
 * opens} the file. The procedure gets it from {@link OpenRequest#shareMode()}.
 *
 * <p>Source: Microsoft, "mmioOpen function".
 */
public enum ShareMode implements OpenOption {
  /** The program passed no mode ({@code MMIO_COMPAT}): others may open the file in the same way. */
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
