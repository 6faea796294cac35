package org.ioproc.mmio;

/** How an embedded manager calls procedures that are written in Java. */
public enum CallPath {
  /** Directly, without leaving Java. */
  STRAIGHT,
  /** At their native addresses, so that the callback that a Windows program crosses is crossed. */
  NATIVE
}
