package org.ioproc.internal.declared;

import java.io.IOException;
import java.util.ServiceConfigurationError;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/** Explains in one line why a declared procedure cannot be used, and how to correct it. */
final class LoadFailures {

  private LoadFailures() {}

  /** Explains why the class that a declaration names cannot be loaded. */
  static MmioException notLoaded(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean hasDetails = failure instanceof ServiceConfigurationError && cause != null;
    return failure(
        "Mmio.installAll() cannot use a declaration: "
            + text(failure)
            + (hasDetails ? ": " + cause : ""),
        remedy(failure, hasDetails ? cause : failure),
        failure);
  }

  /** Explains the failure of a procedure's constructor, or of a static initializer. */
  static MmioException notCreated(String procedure, Throwable failure) {
    String remedy =
        failure instanceof LinkageError && !isFromInitializer(failure)
            ? remedy(failure, failure)
            : "Correct the cause, or call the installers of the other procedures.";
    return failure(procedure + " cannot be created: " + text(failure), remedy, failure);
  }

  private static MmioException failure(String observed, String remedy, Throwable failure) {
    return new MmioException(
        failure instanceof MmioException mmio ? mmio.error() : MmioError.CANNOT_OPEN,
        observed + ". " + remedy + " Nothing is installed.",
        failure);
  }

  private static String text(Throwable failure) {
    if (failure instanceof ServiceConfigurationError) {
      return String.valueOf(failure.getMessage());
    }
    return failure instanceof ExceptionInInitializerError && failure.getCause() != null
        ? "a static initializer threw " + failure.getCause()
        : failure.toString();
  }

  /** Returns whether a static initializer failed, now or at an earlier attempt. */
  private static boolean isFromInitializer(Throwable failure) {
    return failure instanceof ExceptionInInitializerError
        || failure.getCause() instanceof ExceptionInInitializerError;
  }

  /** Chooses a remedy. Some failures of the service loader differ only in their texts. */
  private static String remedy(Throwable failure, @Nullable Throwable cause) {
    if (cause instanceof UnsupportedClassVersionError) {
      return "Run the program on that version of Java, or compile the class with a lower"
          + " --release.";
    }
    if (cause instanceof NoClassDefFoundError) {
      return "Put the jar that has this class on the class path.";
    }
    if (cause instanceof LinkageError) {
      return "Do a clean build of this class's project, with the version of ioproc that the program"
          + " uses.";
    }
    if (cause instanceof NoSuchMethodException) {
      return "Give the provider a public constructor without parameters.";
    }
    if (cause instanceof IOException) {
      return "Build the jar that contains this file again.";
    }
    String text = String.valueOf(failure.getMessage());
    if (text.endsWith(" not found")) {
      return "If the procedure, or its @IoProc, has been removed, do a clean build of its project:"
          + " incremental builds may leave its line in "
          + DeclaredIoProcs.file()
          + ".";
    }
    if (text.endsWith(" not a subtype")) {
      return "Keep one copy of ioproc-runtime: this class was compiled or loaded with another copy,"
          + " or is not a provider.";
    }
    return "Correct the provider, or "
        + DeclaredIoProcs.file()
        + ": each line must be the name of a provider's class.";
  }
}
