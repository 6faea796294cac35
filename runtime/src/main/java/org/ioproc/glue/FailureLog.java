package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_RENAME;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import org.ioproc.FourCc;
import org.ioproc.MmioException;
import org.ioproc.TracedMessage;
import org.ioproc.internal.mmsystem.ErrorCodes;
import org.ioproc.internal.text.Printable;
import org.ioproc.internal.transport.StackRoom;
import org.jspecify.annotations.Nullable;

/**
 * Logs a procedure's failures, at a level that depends on their kind. The kind is that of the first
 * failure in the chain of causes that is an {@link Error} or about files: an {@link IOException},
 * or a failure that has an error code. There are three kinds:
 *
 * <ul>
 *   <li>An answer. Programs open, look for, delete and rename files to find out whether they can,
 *       send wrong counts and handles, or read or write files that are not open for that. They need
 *       only the error code. DEBUG, one line.
 *   <li>Lost data. An open file cannot be read, written or closed. WARNING, one line.
 *   <li>A fault. Any other exception is a bug in the procedure. WARNING, or ERROR for an {@link
 *       Error}, with the stack trace.
 * </ul>
 *
 * <p>The line includes the causes. At level TRACE, every stack trace is logged.
 */
final class FailureLog {

  /**
   * The stack that logging needs, in kilobytes. The JDK needed 25 for its first record. An overflow
   * in a class initializer would disable logging for the life of the process.
   */
  private static final int LOG_ROOM = 32;

  /** Whether the logger has been asked for its level, which initializes its classes. */
  private static volatile boolean hasAsked;

  private FailureLog() {}

  /** Loads the logger only when something is logged, since a host may need only the texts. */
  private static final class Log {
    static final System.Logger LOGGER = System.getLogger("org.ioproc");
  }

  /**
   * Returns whether a failure is logged.
   *
   * @throws StackOverflowError if the stack has no room for logging
   */
  static boolean isLogged(int message, Throwable failure) {
    if (!hasAsked) {
      StackRoom.require(LOG_ROOM);
    }
    boolean logged = Log.LOGGER.isLoggable(level(message, decisive(failure)));
    hasAsked = true;
    if (logged) {
      StackRoom.require(LOG_ROOM);
    }
    return logged;
  }

  /** Logs the failure of a message. */
  static void log(FourCc code, TracedMessage message, Throwable failure) {
    Throwable decisive = decisive(failure);
    String what = message.symbol() + " failed for \"" + message.file() + '"';
    log(level(message.message(), decisive), isFault(decisive), code, what, failure);
  }

  /** Logs the failure of a listener. Never throws, because the message has been answered. */
  static void logListener(FourCc code, Throwable failure) {
    try {
      StackRoom.require(LOG_ROOM);
      log(Level.WARNING, true, code, "the listener that was passed to trace() failed", failure);
    } catch (Throwable another) {
      // No memory or stack is left, or the logger fails: there is no way to report it.
    }
  }

  private static void log(Level level, boolean whole, FourCc code, String what, Throwable failure) {
    String line = Printable.of(code.toString().strip() + ": " + what + ": ") + text(failure);
    if (whole || Log.LOGGER.isLoggable(Level.TRACE)) {
      Log.LOGGER.log(level, line, Printable.of(failure));
    } else {
      Log.LOGGER.log(level, line);
    }
  }

  private static Level level(int message, @Nullable Throwable decisive) {
    if (isFault(decisive)) {
      return decisive instanceof Error ? Level.ERROR : Level.WARNING;
    }
    boolean named = message == MMIOM_OPEN || message == MMIOM_RENAME;
    return named || isRefusal(decisive) ? Level.DEBUG : Level.WARNING;
  }

  private static @Nullable Throwable decisive(Throwable failure) {
    for (Throwable link : ErrorCodes.chain(failure)) {
      if (link instanceof Error || link instanceof IOException || ErrorCodes.own(link) != null) {
        return link;
      }
    }
    return null;
  }

  private static boolean isFault(@Nullable Throwable decisive) {
    return decisive == null || decisive instanceof Error;
  }

  /** Returns whether the program made a mistake, or tried something that is not allowed. */
  private static boolean isRefusal(@Nullable Throwable decisive) {
    if (decisive instanceof MmioException mmio) {
      return switch (mmio.error()) {
        case INVALID_HANDLE, INVALID_PARAMETER, ACCESS_DENIED -> true;
        default -> false;
      };
    }
    return decisive instanceof NonReadableChannelException
        || decisive instanceof NonWritableChannelException;
  }

  /** Describes a failure and its causes in one line. */
  static String text(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable link : ErrorCodes.chain(failure)) {
      String line = line(link);
      if (text.indexOf(line) < 0) { // An exception for each of several threads wraps one of all.
        text.append(text.length() == 0 ? "" : "; caused by ").append(line);
      }
    }
    return text.toString();
  }

  /** Our own texts are written for people; other texts are clear only with their class. */
  private static String line(Throwable failure) {
    String text = failure instanceof MmioException ? failure.getMessage() : null;
    return text == null ? Printable.text(failure) : Printable.of(text);
  }
}
