package org.ioproc.internal.transport;

/**
 * Chooses the transport of a Java program. Inside another application, this class and the
 * transports that it chooses from are not loaded unless a handler itself uses mmio.
 */
final class OwnProcess {

  private static final int JAVA = Runtime.version().feature();
  private static final boolean WIDE = "64".equals(System.getProperty("sun.arch.data.model", "64"));

  private static final boolean IN_HOST = HostTransport.used() != null;

  private OwnProcess() {}

  /**
   * Loads the transport that {@code -Dorg.ioproc.transport} names, or the best for this Java.
   *
   * @throws LinkageError if it cannot be loaded; its text says what to do
   */
  static Transport choose() {
    return choose(System.getProperty("org.ioproc.transport", ""));
  }

  private static Transport choose(String wanted) {
    String java = "this is Java " + JAVA;
    return switch (wanted) {
      case "jna" -> jna("it was asked for; " + java);
      case "ffm" -> ffm("it was asked for; " + java);
      case "" -> hasFfm() ? ffm(java) : jna("FFM needs Java 22 and 64 bits; " + java);
      default ->
          throw new LinkageError(
              "-Dorg.ioproc.transport must be jna or ffm; it is \"" + wanted + "\".");
    };
  }

  /** Returns whether FFM can be used: it is final since Java 22, and needs 64 bits. */
  private static boolean hasFfm() {
    return JAVA >= 22 && WIDE;
  }

  private static Transport ffm(String why) {
    if (!hasFfm()) {
      throw new LinkageError(
          "-Dorg.ioproc.transport=ffm needs Java 22 or later and 64 bits; this is Java "
              + JAVA
              + (WIDE ? "." : " with 32 bits."));
    }
    try {
      return new FfmTransport(why);
    } catch (LinkageError failure) {
      Throwable reason = reason(failure);
      throw new LinkageError(
          "Java's foreign function and memory API must be usable; it is not: "
              + oneLine(reason)
              + "."
              + (reason instanceof IllegalCallerException ? " " + allowed() : ""),
          reason);
    }
  }

  /** Loads JNA, which works with every version of Java. */
  private static Transport jna(String why) {
    try {
      return new JnaTransport(why);
    } catch (VirtualMachineError failure) {
      throw failure;
    } catch (Error failure) { // JNA itself throws Error if its native library has another version.
      Throwable reason = reason(failure);
      throw new LinkageError(
          (IN_HOST ? "A procedure that itself uses mmio" : "Java")
              + " reaches native code through JNA here ("
              + why
              + "), and JNA cannot be loaded: "
              + oneLine(reason)
              + ". "
              + remedy(reason)
              + withoutJna(),
          reason);
    }
  }

  /** Unwraps the exception of a class initializer. */
  private static Throwable reason(Error failure) {
    Throwable cause = failure.getCause();
    return failure instanceof ExceptionInInitializerError && cause != null ? cause : failure;
  }

  private static String oneLine(Throwable reason) {
    String text = String.valueOf(reason.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    return reason.getClass().getSimpleName() + ": " + text;
  }

  private static String remedy(Throwable reason) {
    if (reason instanceof IllegalCallerException) {
      return allowed();
    }
    if (reason instanceof NoClassDefFoundError) {
      return String.valueOf(reason.getMessage()).startsWith("java/util/logging/")
          ? "Add the module java.logging to this image of Java: jlink --add-modules java.logging."
          : withJna();
    }
    return "JNA unpacks its library to a folder for temporary files and loads it from there. "
        + start("-Djna.tmpdir=FOLDER")
        + "; the folder must be writable and its files executable (not mounted \"noexec\").";
  }

  private static String withJna() {
    return IN_HOST
        ? "Put JNA's jar (net.java.dev.jna:jna) on the class path that the wrapper DLL is made from, "
            + "or into the folder lib if that is beside the DLL."
        : "Add net.java.dev.jna:jna to the class path.";
  }

  private static String allowed() {
    return start("--enable-native-access=ALL-UNNAMED")
        + (IN_HOST ? "." : " (on the module path: --enable-native-access=org.ioproc,com.sun.jna).");
  }

  private static String start(String option) {
    return "Start Java with "
        + option
        + (IN_HOST ? ", a line of the .vmoptions file beside the wrapper DLL" : "");
  }

  private static String withoutJna() {
    if (!WIDE) {
      return "";
    }
    return hasFfm()
        ? " Or leave out -Dorg.ioproc.transport=jna: this Java needs no JNA."
        : " Or use Java 22 or later, which needs no JNA.";
  }
}
