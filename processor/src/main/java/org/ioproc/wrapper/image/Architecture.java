package org.ioproc.wrapper.image;

import java.util.Locale;

/** A processor architecture of Windows. */
public enum Architecture {
  X64(0x8664, true, 3),
  X86(0x014C, false, 7),
  ARM64(0xAA64, true, 2);

  private final int machine;
  private final boolean is64Bit;
  private final int addressRelocation;

  Architecture(int machine, boolean is64Bit, int addressRelocation) {
    this.machine = machine;
    this.is64Bit = is64Bit;
    this.addressRelocation = addressRelocation;
  }

  /** Returns the name of the folder for files of this architecture: {@code x64}. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the number of the machine in headers. */
  int machine() {
    return machine;
  }

  boolean is64Bit() {
    return is64Bit;
  }

  /** Returns the type of the relocation that stores an address relative to the image. */
  int addressRelocation() {
    return addressRelocation;
  }
}
