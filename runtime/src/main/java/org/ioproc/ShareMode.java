package org.ioproc;

import java.nio.file.OpenOption;

/**
 * What others may do with a file while it is open, as the opening program asked for it.
 *
 * <p>Source: Microsoft, "mmioOpen function".
 */
public enum ShareMode implements OpenOption {
  /** Nothing was said: {@code MMIO_COMPAT}, any number of opens. */
  COMPATIBLE,
  /** {@code MMIO_EXCLUSIVE}: nobody else may open it. */
  EXCLUSIVE,
  /** {@code MMIO_DENYWRITE}: others may read it. */
  DENY_WRITE,
  /** {@code MMIO_DENYREAD}: others may write it. */
  DENY_READ,
  /** {@code MMIO_DENYNONE}: others may read and write it. */
  DENY_NONE
}
