package org.ioproc.internal.declared;

import java.io.IOException;
import java.util.ServiceConfigurationError;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/** Says in one line why a declared procedure cannot be used, and what to do about it. */
final class LoadFailures {

  private LoadFailures() {}

  /** The class that a declaration names cannot be used. */
  static MmioException notLoaded(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean tellsMore = failure instanceof ServiceConfigurationError && cause != null;
    return failure(
        "Mmio.installAll() cannot use a declaration: "
            + text(failure)
            + (tellsMore ? ": " + cause : ""),
        remedy(failure, tellsMore ? cause : failure),
        failure);
  }

  /** The procedure's constructor, or a static initializer that it ran, has failed. */
  static MmioException notCreated(String procedure, Throwable failure) {
    String remedy =
        failure instanceof LinkageError && !isFromInitializer(failure)
            ? remedy(failure, failure)
            : "Correct the cause, or install the other procedures by their own installers.";
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

  /** At the first attempt, or at an earlier one. */
  private static boolean isFromInitializer(Throwable failure) {
    return failure instanceof ExceptionInInitializerError
        || failure.getCause() instanceof ExceptionInInitializerError;
  }

  /** The service loader tells some of its failures apart by their texts alone. */
  private static String remedy(Throwable failure, @Nullable Throwable cause) {
    if (cause instanceof UnsupportedClassVersionError) {
      return "Run the program on that version of Java, or compile the class with a lower --release.";
    }
    if (cause instanceof NoClassDefFoundError) {
      return "Put the jar that has this class on the class path.";
    }
    if (cause instanceof LinkageError) {
      return "Build the project of this class from clean, with the version of ioproc that the"
          + " program uses.";
    }
    if (cause instanceof NoSuchMethodException) {
      return "Give the provider a public constructor without parameters.";
    }
    if (cause instanceof IOException) {
      return "Build the jar of this file again.";
    }
    String text = String.valueOf(failure.getMessage());
    if (text.endsWith(" not found")) {
      return "If the procedure has been removed, or lost its @IoProc, build its project from"
          + " clean: incremental builds may leave its line in "
          + DeclaredIoProcs.file()
          + ".";
    }
    if (text.endsWith(" not a subtype")) {
      return "Keep one copy of ioproc-runtime: this class was compiled for, or loaded with, another"
          + " one, or is no provider.";
    }
    return "Correct the provider, or what "
        + DeclaredIoProcs.file()
        + " says: each line must be the name of a provider's class.";
  }
}
