package org.ioproc.mmio;

/** How an embedded manager calls procedures that are written in Java. Tests run with both ways. */
public enum CallPath {
  /** Directly. */
  DIRECT,
  /** At their native addresses, through the callback that native programs call. */
  NATIVE;

  public Mmio newManager() {
    return this == NATIVE ? Mmio.newEmbeddedNative() : Mmio.newEmbedded();
  }
}
