package org.ioproc.mmio;

import java.util.Locale;
import java.util.Optional;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.glue.LastFailure;
import org.jspecify.annotations.Nullable;

/**
 * Turns the manager's numbers into exceptions that a person can read. The manager passes on a
 * number at the most; if the procedure is written in Java and failed on this thread, its own text
 * and cause are found here.
 */
final class Failure {

  private Failure() {}

  /** To be called before the manager: what failed earlier is no cause of what may fail now. */
  static void forget() {
    LastFailure.take();
  }

  /** A failure for which the manager gives a code. */
  static MmioException of(String what, int code, MmioError unknown) {
    Optional<MmioError> error = MmioError.of(code);
    String symbol = error.map(MmioError::symbol).orElse("error " + Integer.toUnsignedString(code));
    return exception(what, error.orElse(unknown), symbol);
  }

  /** A failure for which the manager gives none. */
  static MmioException of(String what, MmioError error) {
    return exception(what, error, error.symbol());
  }

  private static MmioException exception(String what, MmioError error, String symbol) {
    Throwable cause = LastFailure.take();
    return new MmioException(
        error, what + ": " + reason(cause, error) + " (" + symbol + ")", cause);
  }

  private static String reason(@Nullable Throwable cause, MmioError error) {
    if (cause == null) {
      return error.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    String text = cause.getMessage();
    if (text == null) {
      return cause.getClass().getSimpleName();
    }
    return cause instanceof MmioException ? text : cause.getClass().getSimpleName() + ": " + text;
  }
}
