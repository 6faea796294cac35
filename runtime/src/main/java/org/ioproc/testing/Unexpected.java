package org.ioproc.testing;

import java.io.Serial;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/** Something came that the contract does not allow. */
final class Unexpected extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final String asked;
  private @Nullable Promise promise;

  /**
   * Creates the failure of a check.
   *
   * @param asked what the program asked of the procedure
   * @param came what came, and what should have come
   */
  Unexpected(String asked, String came) {
    super(came, null, true, false);
    this.asked = asked;
  }

  /** Returns the failure of a check in which a program's call has thrown something. */
  static Unexpected of(String asked, Throwable thrown) {
    return thrown instanceof Unexpected unexpected
        ? unexpected
        : withSuppressed(new Unexpected(asked, text(thrown)), thrown);
  }

  private static Unexpected withSuppressed(Unexpected unexpected, Throwable thrown) {
    for (Throwable suppressed : thrown.getSuppressed()) {
      unexpected.addSuppressed(suppressed);
    }
    return unexpected;
  }

  /**
   * An MmioException says by itself what failed and why; others are clear only with their class.
   */
  static String text(Throwable thrown) {
    String message = thrown instanceof MmioException ? thrown.getMessage() : null;
    return message == null ? thrown.toString() : message;
  }

  /** Names the promise that is broken, if it is not the one that the check is about. */
  Unexpected breaking(Promise broken) {
    if (promise == null) {
      promise = broken;
    }
    return this;
  }

  @Nullable Promise promise() {
    return promise;
  }

  String asked() {
    return asked;
  }

  String came() {
    return String.valueOf(getMessage());
  }

  /** Returns whether this or a failure that followed from it contains a text. */
  boolean mentions(String text) {
    return !telling(text).isEmpty();
  }

  /**
   * Returns the first text, of this or of a failure that followed from it, that contains another.
   */
  String telling(String text) {
    if (came().contains(text)) {
      return came();
    }
    for (Throwable suppressed : getSuppressed()) {
      if (text(suppressed).contains(text)) {
        return text(suppressed);
      }
    }
    return "";
  }
}
