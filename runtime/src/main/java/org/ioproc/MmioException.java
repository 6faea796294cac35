package org.ioproc;

import java.io.IOException;
import java.io.Serial;
import org.ioproc.internal.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * An {@link IOException} with an mmio error code. Thrown by a handler, the code is what the program
 * that opened the file gets to see; thrown by {@link org.ioproc.mmio.Mmio}, it is the code that the
 * manager gave.
 *
 * <p>The message is one line. Characters that would break or disguise it (control and format
 * characters, line separators, surrogates without a partner) are escaped as in Java source, because
 * a message often quotes a name that came from outside.
 *
 * <p>The system logger {@code org.ioproc} gets each failure of a handler once. An {@link
 * IOException}, also as a cause, is one line: at DEBUG if a file was to be opened, looked for,
 * deleted or renamed, because programs do that to find out whether they can, and if it was used in
 * a wrong way; at WARNING if its data cannot be read or are lost. With TRACE on, the stack trace
 * follows. Anything else that a handler throws is a fault, and is logged whole.
 */
public final class MmioException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  /** The error. */
  private final MmioError error;

  /**
   * An error with a text.
   *
   * @param error the code for the program that uses the file
   * @param message what happened, for a person
   */
  public MmioException(MmioError error, String message) {
    this(error, message, null);
  }

  /**
   * An error with a text and what led to it.
   *
   * @param error the code for the program that uses the file
   * @param message what happened, for a person
   * @param cause what led to it, or null
   */
  public MmioException(MmioError error, String message, @Nullable Throwable cause) {
    super(printable(message), cause);
    this.error = error;
  }

  /** Handlers pass on the messages of other exceptions, and some have none. */
  private static @Nullable String printable(@Nullable String message) {
    return message == null ? null : Printable.of(message);
  }

  /**
   * The error.
   *
   * @return its code and symbol
   */
  public MmioError error() {
    return error;
  }
}
