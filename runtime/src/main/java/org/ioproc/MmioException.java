package org.ioproc;

import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import org.ioproc.internal.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * An {@link IOException} with an mmio error code. A handler throws it to choose the code that the
 * program gets. {@link org.ioproc.mmio.Mmio} throws it with the code that the manager reported.
 *
 * <pre>{@code
 * @IoProc("DIR ")
 * public final class DirIoProc {
 *   @OnOpen
 *   Path open(MmioName name) throws IOException {
 *     if (name.element().contains("..")) {
 *       throw new MmioException(
 *           MmioError.ACCESS_DENIED, "An element must not contain '..'; this one is " + name + ".");
 *     }
 *     return name.containerPath().resolve(name.element());
 *   }
 * }
 * }</pre>
 *
 * <pre>{@code
 * try (MmioFile file = Mmio.system().open("album.dir+../secret.wav")) {
 *   System.out.println(file.size());
 * } catch (MmioException refused) {
 *   System.out.println(refused.error().symbol()); // MMIOERR_ACCESSDENIED
 * }
 * }</pre>
 *
 * <p>The message is one line. Control and format characters, line separators and unpaired
 * surrogates are escaped as in Java source, because messages often quote names from outside.
 *
 * <p>The system logger {@code org.ioproc} logs each failure of a handler once. An {@link
 * IOException}, another exception in the table of {@link OnOpen}, and an exception that one of
 * these has caused take a single line. The level is DEBUG if the program tried to open, find,
 * delete or rename a file, or used one wrongly; it is WARNING if an open file could not be read,
 * written or closed. With TRACE on, the stack trace follows. Any other exception, and every {@link
 * Error}, is a fault of the handler and is logged with its stack trace.
 *
 * <p>Source: Microsoft, "mmioOpen function" and "MMIOINFO structure".
 */
public final class MmioException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  /** The error that the program gets. */
  private final MmioError error;

  /**
   * Creates an exception with a message.
   *
   * @param error the error that the program gets
   * @param message what happened, for a person
   */
  public MmioException(MmioError error, String message) {
    this(error, message, null);
  }

  /**
   * Creates an exception with a message and a cause.
   *
   * @param error the error that the program gets
   * @param message what happened, for a person
   * @param cause the failure that led to it, or null
   */
  public MmioException(MmioError error, String message, @Nullable Throwable cause) {
    super(printable(message), cause);
    this.error = Objects.requireNonNull(error, "error");
  }

  /** Handlers pass on the messages of other exceptions, and some exceptions have none. */
  private static @Nullable String printable(@Nullable String message) {
    return message == null ? null : Printable.of(message);
  }

  /**
   * Returns the error.
   *
   * @return the error, which has a code and a symbol
   */
  public MmioError error() {
    return error;
  }
}
