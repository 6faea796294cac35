package org.ioproc.samples.testing;

import org.ioproc.mmio.Mmio;

/** The ways in which an embedded manager calls procedures in Java. Tests run with both. */
public enum CallPath {
  /** Directly. */
  DIRECT,
  /** At their native addresses, through the callback that native programs call. */
  NATIVE;

  public Mmio newManager() {
    return this == NATIVE ? Mmio.newEmbeddedNative() : Mmio.newEmbedded();
  }
}
