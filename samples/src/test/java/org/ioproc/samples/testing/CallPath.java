package org.ioproc.samples.testing;

import org.ioproc.mmio.Mmio;

/** How an embedded manager calls procedures that are written in Java; tests run with both. */
public enum CallPath {
  /** Directly. */
  DIRECT,
  /** At their native addresses, through the callback that native programs call. */
  NATIVE;

  public Mmio newManager() {
    return this == NATIVE ? Mmio.newEmbeddedNative() : Mmio.newEmbedded();
  }
}
