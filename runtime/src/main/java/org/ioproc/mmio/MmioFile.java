package org.ioproc.mmio;

/** A file that is open through a manager. */
public final class MmioFile {
  private MmioFile() {}
}
