package org.ioproc.mmio;

import java.io.IOException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.ErrorCodes;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Turns the manager's error numbers into exceptions that say what failed, with which file, why, and
 * what helps if that is known. The manager itself passes on only a number. If a procedure in Java
 * failed on this thread, the exception has the text and cause of that failure.
 */
final class ManagerFailures {

  private ManagerFailures() {}

  /**
   * Forgets an earlier failure, which must not explain a later one. Must precede each call of mmio.
   */
  static void forget() {
    LastFailure.take();
  }

  /** Returns the exception for an error number. */
  static MmioException of(String what, int code, MmioError unknown) {
    return of(what, code, unknown, "");
  }

  /** Returns the exception for an error number, with a hint after the reason. */
  static MmioException of(String what, int code, MmioError unknown, String hint) {
    Optional<MmioError> error = MmioError.of(code);
    String symbol = error.map(MmioError::symbol).orElse("error " + Integer.toUnsignedString(code));
    return exception(what, error.orElse(unknown), hint, symbol);
  }

  /** Returns the exception for a call that fails without a number. */
  static MmioException of(String what, MmioError error) {
    return exception(what, error, "", error.symbol());
  }

  private static MmioException exception(String what, MmioError error, String hint, String symbol) {
    Throwable cause = LastFailure.take();
    String reason = cause == null ? defaultReason(error) : reason(unwrapped(cause), what, error);
    String text = what + ": " + withHint(reason, hint) + " (" + symbol + ")";
    return new MmioException(error, text, cause);
  }

  /** Appends a hint, which begins with a semicolon and so replaces a period. */
  private static String withHint(String reason, String hint) {
    boolean replaces = !hint.isEmpty() && reason.endsWith(".");
    return (replaces ? reason.substring(0, reason.length() - 1) : reason) + hint;
  }

  /** Skips wrappers whose texts say nothing new. */
  private static Throwable unwrapped(Throwable failure) {
    List<Throwable> chain = ErrorCodes.chain(failure);
    int i = 0;
    while (i + 1 < chain.size() && isWrapper(chain.get(i), chain.get(i + 1))) {
      i++;
    }
    return chain.get(i);
  }

  private static boolean isWrapper(Throwable failure, Throwable cause) {
    String text = message(failure);
    return text == null || Printable.of(text).equals(Printable.text(cause));
  }

  /** Some exceptions throw when asked for their text. */
  private static @Nullable String message(Throwable failure) {
    try {
      return failure.getMessage();
    } catch (Throwable mute) {
      return null;
    }
  }

  private static String reason(Throwable failure, String what, MmioError error) {
    if (failure instanceof FileSystemException file) {
      return reason(file, what, error);
    }
    if (failure instanceof NonReadableChannelException) {
      return "it is open for writing only; open it with StandardOpenOption.READ and WRITE";
    }
    if (failure instanceof NonWritableChannelException) {
      return "it is open for reading only; open it with StandardOpenOption.READ and WRITE";
    }
    String text = message(failure);
    String type = failure.getClass().getName().replaceFirst(".*\\.", "");
    if (text == null) {
      return type;
    }
    boolean plain = failure instanceof MmioException || failure.getClass() == IOException.class;
    return plain ? text : type + ": " + text;
  }

  /** Returns the system's reason, and the file unless the message already names it. */
  private static String reason(FileSystemException failure, String what, MmioError error) {
    String reason = failure.getReason();
    String file = failure.getFile();
    String text =
        reason == null ? defaultReason(isVague(error) ? own(failure, error) : error) : reason;
    return file == null || what.contains(file) ? text : text + ": " + file;
  }

  private static MmioError own(Throwable failure, MmioError otherwise) {
    MmioError own = ErrorCodes.own(failure);
    return own == null ? otherwise : own;
  }

  private static boolean isVague(MmioError error) {
    return switch (error) {
      case CANNOT_OPEN, CANNOT_CLOSE, CANNOT_READ, CANNOT_WRITE, CANNOT_SEEK -> true;
      default -> false;
    };
  }

  private static String defaultReason(MmioError error) {
    return switch (error) {
      case CANNOT_OPEN, CANNOT_CLOSE, CANNOT_READ, CANNOT_WRITE -> "the procedure gave no reason";
      case CANNOT_SEEK -> "positions are 0 to 2147483647, and the procedure gave no reason";
      case CANNOT_EXPAND -> "the memory is full; OpenParameters.expandingBy lets it grow";
      case UNBUFFERED ->
          "it has no buffer; open it with MmioOption.BUFFERED, or call buffer().setBuffer";
      case TOO_MANY_OPEN_FILES -> "too many files are open; close some";
      default -> error.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
