package org.ioproc.mmio;

import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.transport.Loaded;
import org.ioproc.internal.transport.Transport;
import org.ioproc.internal.winmm.WinmmFunctions;

/** The managers of which a process has one. */
final class Managers {

  private static final String SYSTEM = System.getProperty("os.name", "an unknown system");

  private static final Loaded<Mmio> WINMM = new Loaded<>(Managers::newWinmm);
  private static final Loaded<Mmio> EMBEDDED = new Loaded<>(Managers::newEmbedded);

  private Managers() {}

  static Mmio system() {
    requireTransport();
    return isWindows() ? WINMM.get() : embedded();
  }

  /**
   * Fails with a clear text each time if there is no transport: the managers' own classes need one
   * to be initialized, and a class that has failed to be says only that.
   */
  static void requireTransport() {
    Transport unused = Transport.current();
  }

  private static Mmio newWinmm() {
    return new Mmio(
        WinmmFunctions.load(), "winmm (the manager of Windows; this is " + SYSTEM + ")");
  }

  static Mmio embedded() {
    requireTransport();
    return EMBEDDED.get();
  }

  private static Mmio newEmbedded() {
    return new Mmio(EmbeddedMmio.straight(), describe("the embedded manager", CallPath.STRAIGHT));
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
