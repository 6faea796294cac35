package org.ioproc.mmio;

import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.winmm.WinmmFunctions;

/** The managers of which a process has one. */
final class Managers {

  private static final String SYSTEM = System.getProperty("os.name", "an unknown system");

  private Managers() {}

  static Mmio system() {
    return isWindows() ? Winmm.MMIO : embedded();
  }

  private static final class Winmm {
    static final Mmio MMIO =
        new Mmio(WinmmFunctions.load(), "winmm (the manager of Windows; this is " + SYSTEM + ")");
  }

  static Mmio embedded() {
    return Embedded.MMIO;
  }

  private static final class Embedded {
    static final Mmio MMIO =
        new Mmio(EmbeddedMmio.straight(), describe("the embedded manager", CallPath.STRAIGHT));
  }

  static String describe(String manager, CallPath callPath) {
    return manager
        + (isWindows() ? " (not winmm: it was asked for)" : " (" + why() + ")")
        + ", procedures called "
        + (callPath == CallPath.NATIVE ? "through their native addresses" : "straight from Java");
  }

  private static String why() {
    return "winmm is a part of Windows; this is " + SYSTEM;
  }

  private static boolean isWindows() {
    return SYSTEM.startsWith("Windows");
  }
}
