package org.ioproc.mmio;

import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.transport.Loaded;
import org.ioproc.internal.transport.Transport;
import org.ioproc.internal.winmm.WinmmFunctions;

/** Creates managers, and keeps the process's winmm and its embedded manager. */
final class Managers {

  private static final String SYSTEM = System.getProperty("os.name", "an unknown system");

  private static final Loaded<Mmio> WINMM = new Loaded<>(Managers::newWinmm);
  private static final Loaded<Mmio> EMBEDDED =
      new Loaded<>(() -> newEmbedded("the embedded manager"));

  private Managers() {}

  static Mmio system() {
    requireTransport();
    return isWindows() ? WINMM.get() : embedded();
  }

  static Mmio embedded() {
    requireTransport();
    return EMBEDDED.get();
  }

  static Mmio newEmbedded() {
    requireTransport();
    return newEmbedded("an embedded manager");
  }

  static Mmio newEmbeddedNative() {
    requireTransport();
    return new Mmio(
        EmbeddedMmio.viaNative(),
        describe(
            "an embedded manager",
            whyEmbedded(),
            "which calls procedures at their native addresses over "));
  }

  /**
   * Throws an error with a clear text, each time, if there is no transport. The managers' classes
   * need a transport to be initialized, and a class whose initialization has failed reports only
   * that.
   */
  private static void requireTransport() {
    Transport unused = Transport.current();
  }

  private static Mmio newWinmm() {
    return new Mmio(
        WinmmFunctions.load(),
        describe("winmm", "the manager of Windows; this is " + SYSTEM, "called over "));
  }

  private static Mmio newEmbedded(String manager) {
    return new Mmio(
        EmbeddedMmio.direct(),
        describe(
            manager,
            whyEmbedded(),
            "which calls procedures written in Java directly, and others over "));
  }

  private static String describe(String manager, String why, String calls) {
    return manager + " (" + why + "), " + calls + Transport.current().description();
  }

  private static String whyEmbedded() {
    return isWindows()
        ? "chosen instead of winmm"
        : "winmm is a part of Windows; this is " + SYSTEM;
  }

  private static boolean isWindows() {
    return SYSTEM.startsWith("Windows");
  }
}
