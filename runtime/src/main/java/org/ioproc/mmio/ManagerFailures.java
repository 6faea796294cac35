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
 * Turns the manager's numbers into exceptions that a person can read: what was tried, with which
 * file, why it failed, and what helps, if that is known. The manager passes on a number at the
 * most; if the procedure is written in Java and failed on this thread, its own text and cause are
 * found here.
 */
final class ManagerFailures {

  private ManagerFailures() {}

  /** To be called before the manager: what failed earlier is no cause of what may fail now. */
  static void forget() {
    LastFailure.take();
  }

  /** A failure for which the manager gives a code. */
  static MmioException of(String what, int code, MmioError unknown) {
    return of(what, code, unknown, "");
  }

  /** A failure for which the manager gives a code; a hint may follow the reason. */
  static MmioException of(String what, int code, MmioError unknown, String hint) {
    Optional<MmioError> error = MmioError.of(code);
    String symbol = error.map(MmioError::symbol).orElse("error " + Integer.toUnsignedString(code));
    return exception(what, error.orElse(unknown), hint, symbol);
  }

  /** A failure for which the manager gives none. */
  static MmioException of(String what, MmioError error) {
    return exception(what, error, "", error.symbol());
  }

  private static MmioException exception(String what, MmioError error, String hint, String symbol) {
    Throwable cause = LastFailure.take();
    String reason = cause == null ? words(error) : reason(telling(cause), what, error);
    return new MmioException(error, what + ": " + reason + hint + " (" + symbol + ")", cause);
  }

  /** Without wrappers that have nothing to say. */
  private static Throwable telling(Throwable failure) {
    List<Throwable> chain = ErrorCodes.chain(failure);
    int told = 0;
    while (told + 1 < chain.size() && isWrapper(chain.get(told), chain.get(told + 1))) {
      told++;
    }
    return chain.get(told);
  }

  private static boolean isWrapper(Throwable failure, Throwable cause) {
    String text = message(failure);
    return text == null || Printable.of(text).equals(Printable.text(cause));
  }

  /** Some throw where they should give their text. */
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
      return "it was opened only for writing; open it with MmioFlag.READWRITE";
    }
    if (failure instanceof NonWritableChannelException) {
      return "it was opened only for reading; open it with MmioFlag.READWRITE";
    }
    String text = message(failure);
    String type = failure.getClass().getName().replaceFirst(".*\\.", "");
    if (text == null) {
      return type;
    }
    boolean plain = failure instanceof MmioException || failure.getClass() == IOException.class;
    return plain ? text : type + ": " + text;
  }

  /** The system's words, and the file unless it is the one that the program named. */
  private static String reason(FileSystemException failure, String what, MmioError error) {
    String reason = failure.getReason();
    String file = failure.getFile();
    String text = reason == null ? words(isVague(error) ? own(failure, error) : error) : reason;
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

  private static String words(MmioError error) {
    return switch (error) {
      case CANNOT_OPEN, CANNOT_CLOSE, CANNOT_READ, CANNOT_WRITE -> "the procedure gave no reason";
      case CANNOT_SEEK -> "positions are 0 to 2147483647, and the procedure gave no reason";
      case CANNOT_EXPAND -> "the memory is full; OpenParameters.expandingBy lets it grow";
      case UNBUFFERED -> "it has no buffer; open it with MmioFlag.ALLOCBUF, or call setBuffer";
      case TOO_MANY_OPEN_FILES -> "too many files are open; close some";
      default -> error.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
